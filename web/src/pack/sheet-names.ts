// What a check is called, and what happens to it when the pack gets another id.
import { daysBetween } from '../answers/days.ts';
import { t } from '../i18n/index.ts';
import type { Case } from '../engine/types.ts';
import { nameOfFact } from './sample-case.ts';
import type { Sheet } from './sheets.ts';

/** "Don't want it, day 10", with a number where there is such a one already. */
export function sheetName({ as_of, facts }: Case, others: Sheet[]): string {
  const [start, from] =
    Object.entries(facts).find(
      ([id, value]) => /^(received|delivered|shipped|ordered)_on$/.test(id) && typeof value === 'string',
    ) ?? [];
  const day =
    typeof from === 'string' ? `, day ${daysBetween(from, as_of)} after “${nameOfFact(start!)}”` : '';
  const more = Object.keys(facts).filter((id) => !['marketplace', 'country', 'reason', start].includes(id));
  const said = more.length > 0 ? `, ${more.map(nameOfFact).join(', ')}` : '';
  const name = `${t(`reason.${String(facts['reason'])}`) || 'Any reason'}${day}${said}`;
  for (let number = 1; ; number += 1) {
    const tried = number === 1 ? name : `${name} (${number})`;
    if (!others.some((one) => one.name === tried)) return tried;
  }
}

/** The same checks, of the pack under its new id; the same list where none is of the old one. */
export function renamed(sheets: Sheet[], before: string, after: string): Sheet[] {
  if (!before || before === after || !sheets.some(({ given }) => given.facts['marketplace'] === before))
    return sheets;
  return sheets.map((sheet) => {
    if (sheet.given.facts['marketplace'] !== before) return sheet;
    const given = { ...sheet.given, facts: { ...sheet.given.facts, marketplace: after } };
    const policies = JSON.stringify(sheet.expect ?? null).replaceAll(
      `"policy":${JSON.stringify(before)}`,
      `"policy":${JSON.stringify(after)}`,
    );
    return { ...sheet, given, ...(sheet.expect && { expect: JSON.parse(policies) as Sheet['expect'] }) };
  });
}
