import type { Entitlement } from '../engine/index.ts';
import { factSpec } from '../answers/facts.ts';
import { t } from '../i18n/index.ts';
import { fullDay, tinyDay } from '../i18n/format.ts';
import { isNo, leading, untold, type Told } from './selectors.ts';

export interface FactCard {
  id: 'ask' | 'postage' | 'money';
  label: string;
  value: string;
  note: string;
}

function ask(told: Told, e: Entitlement | undefined): FactCard {
  const card = (label: string, value: string, note = ''): FactCard => ({
    id: 'ask',
    label: t(label),
    value,
    note,
  });
  const asOf = told.verdict.as_of;
  const phase = told.verdict.headline.phase;
  if (!untold(told.answers) && (!e || e.status === 'not_covered' || (e.status === 'refused' && isNo(e)))) {
    return card('three.ask', t('three.none'));
  }
  const safe = e?.act_by?.safe;
  const last = e?.act_by?.last;
  const from = e?.opens?.earliest;
  if (e?.status === 'not_yet' && from) return card('three.ask_from', fullDay(from));
  if (safe && last) {
    if (last < asOf) return card('three.ask_ended', fullDay(last));
    const note = last === safe ? '' : t('three.ask_last', { last: tinyDay(last, safe) });
    const due = e.steps.find((step) => step.state === 'due' && step.act_by?.safe === safe);
    return card(
      safe < asOf ? 'three.ask_over' : due?.id === 'ship_back' ? 'three.post' : 'three.ask',
      fullDay(safe),
      note,
    );
  }
  if (phase === 'waiting' || phase === 'late' || phase === 'done')
    return card('three.ask', t('three.ask_sent'), e?.status === 'allowed' ? t('three.ask_sent_note') : '');
  const window = e?.window;
  if (window && e.missing.includes(window.after)) {
    return card(
      'three.ask',
      t('three.ask_days', { unit: window.unit, days: window.safe }),
      t(window.after === 'ordered_on' ? 'three.ask_days_note_ordered' : 'three.ask_days_note'),
    );
  }
  if (e?.act_by_unknown) return card('three.ask', t('three.ask_today'), t('three.ask_today_note'));
  return card('three.ask', t('three.ask_none'), t('three.none_note'));
}

function postage(e: Entitlement | undefined): FactCard {
  const card = (name: string): FactCard => ({
    id: 'postage',
    label: t('three.postage'),
    value: t(`three.postage_${name}`),
    note: t(`three.postage_${name}_note`),
  });
  if (!e || e.status === 'not_covered' || isNo(e))
    return { id: 'postage', label: t('three.postage'), value: t('three.none'), note: '' };
  const payers = e.return_shipping;
  if (payers === null || payers === undefined) return card('unsaid');
  if (payers.length === 0) return card('nothing');
  if (payers[0] === 'platform') return card('platform');
  if (payers[0] === 'seller') return card('seller');
  if (payers.includes('seller')) return card('plan');
  if (payers.includes('platform')) {
    return { ...card('plan'), note: t('three.postage_plan_free_note') };
  }
  return card('buyer');
}

function money(told: Told, e: Entitlement | undefined): FactCard {
  const card = (value: string, note = ''): FactCard => ({
    id: 'money',
    label: t('three.money'),
    value,
    note,
  });
  if (!e || e.status === 'not_covered' || isNo(e)) return card(t('three.none'));
  const asOf = told.verdict.as_of;
  const refund = e.refund_by;
  if (refund?.earliest && refund.latest) {
    const started = told.verdict.headline.phase !== 'start';
    const guessed = e.assumes.some((one) => one.basis === 'assumption');
    const note =
      e.status === 'not_yet'
        ? 'three.money_later'
        : guessed
          ? 'three.money_guess'
          : refund.basis === 'estimate'
            ? 'three.money_estimate'
            : 'three.money_stated';
    const open = e.silent_on.includes('refund_by');
    return card(
      refund.earliest === refund.latest
        ? tinyDay(refund.earliest, asOf)
        : t('three.money_range', {
            earliest: tinyDay(refund.earliest, asOf),
            latest: tinyDay(refund.latest, asOf),
          }),
      open ? t('three.money_at_least') : started ? '' : t(note),
    );
  }
  if (refund?.earliest) return card(t('three.money_least', { earliest: tinyDay(refund.earliest, asOf) }));
  const undated = e.missing.some((fact) => factSpec(fact)?.kind === 'date');
  if (!undated) return card(t('three.money_open'), t('three.money_open_note'));
  return card(t('three.money_none'), t('three.none_note'));
}

export function threeFacts(told: Told): FactCard[] {
  const e = leading(told.verdict);
  const cards = [ask(told, e), postage(e), money(told, e)];
  return cards.every((card) => card.value === t('three.none')) ? [] : cards;
}
