import type { Entitlement } from '../engine/index.ts';
import { shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { adviceWords } from './law-card.ts';
import { besideOf } from './law-day.ts';
import { byPayment, payer } from './payment-days.ts';
import { clausesOf, isNo, leading, type AnswerView } from './selectors.ts';

/** One way to the money: who owes it, until when, and what would make its day known. */
export interface Rung {
  id: string;
  who: string;
  says: string;
  when: string;
  /** Facts that it hangs on and that can be asked. */
  asks: { fact: string; text: string }[];
  source: { text: string; link: string } | null;
}

export interface Ladder {
  rungs: Rung[];
  tips: string[];
}

function whenOf(answerView: AnswerView, e: Entitlement): string {
  const asOf = answerView.verdict.as_of;
  const { safe = null, last = null } = e.act_by ?? {};
  const day = safe && safe >= asOf ? safe : last;
  if (!day) return t(e.window ? 'ladder.day_open' : 'ladder.no_day');
  if (day < asOf) return t('ladder.over', { date: shortDay(day, asOf) });
  return t(day === safe ? 'ladder.by' : 'ladder.at_most', { date: shortDay(day, asOf) });
}

function asks(answerView: AnswerView, e: Entitlement): Rung['asks'] {
  const open = new Set([...e.missing, ...(e.hangs_on?.act_by ?? [])]);
  return [...open].flatMap((fact) =>
    has(`ask.${fact}`) && (answerView.answers.facts[fact] ?? null) === null
      ? [{ fact, text: t(`ask.${fact}`) }]
      : [],
  );
}

function rung(answerView: AnswerView, e: Entitlement): Rung {
  const cited = clausesOf(
    answerView,
    e.reasons.flatMap(({ clauses }) => clauses),
  ).find(({ link }) => link?.startsWith('https://'));
  return {
    id: e.policy,
    who: payer(e),
    says: firstOf([`ladder.says.${e.policy}`, `ladder.says.${e.owed_by ?? ''}`]),
    when: whenOf(answerView, e),
    asks: asks(answerView, e),
    source: cited
      ? { text: cited.section ? t('why.source', cited) : t('why.source_plain', cited), link: cited.link! }
      : null,
  };
}

const order = ['payment_service', 'bank'];

/** The ways by the payment, in their order, behind the platform's own and the law; null where no such rules are loaded. */
export function payLadder(answerView: AnswerView): Ladder | null {
  const { verdict, shop } = answerView;
  if (verdict.headline.phase === 'done') return null;
  const payment = byPayment(answerView);
  if (payment.length === 0) return null;
  payment.sort((a, b) => order.indexOf(a.owed_by ?? '') - order.indexOf(b.owed_by ?? ''));
  const own = leading(verdict);
  const first =
    own && !isNo(own)
      ? [
          {
            ...rung(answerView, own),
            id: 'shop',
            who: t('ladder.who.shop', { shop }),
            says: '',
            asks: [],
            source: null,
          },
        ]
      : [];
  const law = besideOf(verdict);
  const second = law
    ? [{ ...rung(answerView, law), id: 'law', who: t('ladder.who.law'), says: '', asks: [], source: null }]
    : [];
  const codes = new Set(payment.flatMap(({ advice }) => advice));
  return {
    rungs: [...first, ...second, ...payment.map((e) => rung(answerView, e))],
    tips: [...codes].map((code) => adviceWords(answerView, code)).filter((words) => words !== ''),
  };
}
