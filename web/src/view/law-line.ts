import type { Entitlement, Verdict } from '../engine/index.ts';
import { list, shortDay } from '../i18n/format.ts';
import { firstOf, has, t } from '../i18n/index.ts';
import { leadingItem, type Told } from './selectors.ts';

/** What a law adds to the platform's own promise, in one sentence, with its source. */
export interface LawLine {
  text: string;
  source: string;
  link: string;
}

/** The verdict's note on the best thing that a law adds. */
interface Beside {
  item: string;
  entitlement: number;
  /** The slots in which it is better. */
  adds: string[];
}

type Statutory = Entitlement & { link?: string };

function besideOf(verdict: Verdict): Beside | null {
  return (verdict.headline as { beside?: Beside | null }).beside ?? null;
}

/** "until 8 December": what is better in one slot, or '' where there are no words for it. */
function better(told: Told, law: Entitlement, slot: string): string {
  const asOf = told.verdict.as_of;
  const day = slot === 'refund_by' ? law.refund_by?.latest : (law.act_by?.safe ?? law.act_by?.last);
  const keys = [`law_adds.${slot}.${law.remedy}`, `law_adds.${slot}.any`].map((key) =>
    day ? key : `${key}_open`,
  );
  const key = keys.find(has);
  return key ? t(key, { date: day ? shortDay(day, asOf) : '' }) : '';
}

/** The line under the answer; null where no law adds anything, or none is loaded. */
export function lawLine(told: Told): LawLine | null {
  const beside = besideOf(told.verdict);
  const item = told.verdict.items.find(({ id }) => id === beside?.item) ?? leadingItem(told.verdict);
  const law = beside ? (item?.entitlements[beside.entitlement] as Statutory | undefined) : undefined;
  if (!beside || !law) return null;
  const things = beside.adds.map((slot) => better(told, law, slot)).filter((words) => words !== '');
  const cited = law.reasons.flatMap(({ clauses }) => clauses).map((id) => told.verdict.clauses[id]);
  const clause = cited.find((one) => one !== undefined) as
    { source: string; section: string; link?: string } | undefined;
  return {
    text:
      things.length > 0
        ? t('law_line', { things: list(things) })
        : firstOf([`law_line_status.${law.status}`, 'law_line_any']),
    source: clause ? t('why.source', { source: clause.source, section: clause.section }) : '',
    link: law.link ?? clause?.link ?? '',
  };
}
