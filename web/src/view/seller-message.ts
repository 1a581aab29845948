import data from '../answers/letters.json';
import { factSpec, type Facts } from '../answers/facts.ts';
import { fulfils, type Condition } from '../answers/match.ts';
import { fullDay } from '../i18n/format.ts';
import { firstOf, forSeller, t, type Params } from '../i18n/index.ts';
import { asking, inBoth, letterText, photos, problem } from './first-letter.ts';
import { awaitsParcel, leading, openSteps, type AnswerView } from './selectors.ts';

/** One letter for each phase: to whom it goes, and when it is the right one. */
interface LetterSpec {
  id: string;
  to: 'seller' | 'platform' | 'bank';
  phase?: string[];
  remedy?: string[];
  /** A step of the shopper's that must be open. */
  step?: string;
  when?: Condition;
  /** It says the problem itself. */
  alone?: boolean;
  /** The step that sending it takes. */
  does?: string;
  /** A second sentence. */
  then?: string;
}

export interface Letter {
  id: string;
  /** The step that sending it takes; '' where it is none of the steps. */
  does: string;
  to: LetterSpec['to'];
  text: string;
  /** The same in the seller's language; '' where that is the reader's. */
  other: string;
  button: string;
  copied: string;
}

const letters = data.letters as unknown as LetterSpec[];

function fits(spec: LetterSpec, answerView: AnswerView): boolean {
  const e = leading(answerView.verdict);
  const { phase } = answerView.verdict.headline;
  return (
    (spec.phase?.includes(phase) ?? true) &&
    (spec.remedy?.includes(e?.remedy ?? '') ?? true) &&
    (spec.step === undefined ||
      openSteps(e).some(({ id, actor }) => id === spec.step && actor === 'buyer')) &&
    fulfils(answerView.answers.facts, spec.when)
  );
}

/** Every dated fact of the case, for the sentences that name them. */
function daysOf(facts: Facts, shop: string): Params {
  const days = Object.entries(facts).flatMap(([id, value]) =>
    typeof value === 'string' && factSpec(id)?.kind === 'date' ? [[id, fullDay(value)]] : [],
  );
  return { shop, ...(Object.fromEntries(days) as Params) };
}

function body(answerView: AnswerView, spec: LetterSpec): string[] {
  if (spec.id === 'ask') return asking(answerView);
  const days = daysOf(answerView.answers.facts, answerView.shop);
  return [spec.id, ...(spec.then ? [spec.then] : [])].map((id) => t(`seller.letter.${id}`, days));
}

/** The letter for where the case stands, or null where there is no good one. */
export function letter(answerView: AnswerView): Letter | null {
  const { phase } = answerView.verdict.headline;
  const status = leading(answerView.verdict)?.status;
  if (phase === 'done' || (phase === 'start' && (status === 'not_yet' || awaitsParcel(answerView))))
    return null;
  const spec = letters.find((one) => fits(one, answerView));
  if (!spec) return null;
  const write = () =>
    letterText(spec.alone ? body(answerView, spec) : [problem(answerView), ...body(answerView, spec)]);
  return {
    id: spec.id,
    does: spec.does ?? '',
    to: spec.to,
    text: write(),
    other: spec.to === 'bank' ? '' : forSeller(write), // the bank is the reader's own
    button: firstOf([`seller.button_${spec.id}`, `seller.button_${spec.to}`, 'seller.button'], {
      shop: answerView.shop,
    }),
    copied: firstOf(
      [`seller.copied_${spec.to}`, spec.to === 'seller' ? 'seller.copied' : 'seller.copied_other'],
      {
        shop: answerView.shop,
      },
    ),
  };
}

function disputeIn(answerView: AnswerView): string {
  const e = leading(answerView.verdict);
  return [
    problem(answerView),
    firstOf([`seller.dispute.request.${e?.remedy ?? ''}`, 'seller.dispute.request.refund_without_return']),
    photos(answerView) ? t('seller.dispute.proof') : '',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** What goes into the dispute's form, for whoever reads it. */
export function disputeText(answerView: AnswerView): string {
  const write = () => disputeIn(answerView);
  return inBoth(write(), forSeller(write));
}
