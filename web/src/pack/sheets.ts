// A sheet: a case and what its answer has to say, as tests/README.md describes it.
import { leading } from '../view/selectors.ts';
import type { Case, Verdict } from '../engine/types.ts';

export interface Sheet {
  name: string;
  given: Case;
  expect?: Json;
  [more: string]: unknown;
}

export interface SheetResult {
  ok: boolean;
  /** The first difference; '' where there is none. */
  why: string;
}

type Json = { [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const written = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 120);

/** From the day and the payer to the money: what a reader sees of an answer. */
export function sheetOf(given: Case, verdict: Verdict, name: string): Sheet {
  const e = leading(verdict);
  const status = verdict.items[0]?.status;
  if (!e) return { name, given, expect: { items: [{ status }] } };
  const { remedy, policy, act_by, return_shipping, refund_by } = e;
  const shown = { remedy, policy, status: e.status, act_by, return_shipping, refund_by };
  return { name, given, expect: { items: [{ status, entitlements: [shown] }] } };
}

/** The members of a list that an expected object may mean. */
function meant(expected: Json, actual: unknown[]): Json[] {
  const keys = 'id' in expected ? ['id'] : ['remedy', 'policy'].filter((key) => key in expected);
  const fit = actual.filter(isObject).filter((one) => keys.every((key) => one[key] === expected[key]));
  const promises = fit.filter(({ kind }) => kind === 'promise');
  return 'remedy' in expected && !('policy' in expected) && promises.length > 0 ? promises : fit;
}

function listDiffers(expected: unknown[], actual: unknown, place: string): string {
  if (!Array.isArray(actual)) return `${place}: a list was expected, not ${written(actual)}`;
  if (place.endsWith('/return_shipping'))
    return JSON.stringify(expected) === JSON.stringify(actual)
      ? ''
      : `${place}: ${written(expected)} was expected, not ${written(actual)}`;
  for (const [index, one] of expected.entries()) {
    const here = `${place}/${index}`;
    if (!isObject(one)) {
      if (!actual.includes(one)) return `${here}: ${written(one)} is missing`;
      continue;
    }
    const faults = meant(one, actual).map((other) => differs(one, other, here));
    if (!faults.includes('')) return faults[0] ?? `${here}: nothing like it is in the answer`;
  }
  return '';
}

/** The first difference in words; '' where the verdict has all that is expected. */
export function differs(expected: unknown, actual: unknown, place = ''): string {
  if (Array.isArray(expected)) return listDiffers(expected, actual, place);
  if (!isObject(expected))
    return expected === actual ? '' : `${place}: ${written(expected)} was expected, not ${written(actual)}`;
  if (!isObject(actual)) return `${place}: something was expected, not ${written(actual)}`;
  for (const [key, value] of Object.entries(expected)) {
    if (!Object.hasOwn(actual, key)) return `${place}/${key}: is missing`;
    const fault = differs(value, actual[key], `${place}/${key}`);
    if (fault) return fault;
  }
  return '';
}

/** Sheets that were written elsewhere may use more than is checked here: those are not called right. */
export function checkSheet(sheet: Sheet, answer: unknown): SheetResult {
  const other = ['at', 'never', 'lead', 'differs'].find((key) => key in sheet);
  if (other) return { ok: false, why: `"${other}" is checked by the project's tests only.` };
  if (!isObject(sheet.expect)) return { ok: false, why: 'This sheet expects nothing.' };
  const why = differs(sheet.expect, answer);
  return { ok: why === '', why };
}

/** The sheets in a file; null where it holds none. */
export function sheetsIn(text: string): Sheet[] | null {
  try {
    const all: unknown = JSON.parse(text);
    const good = (one: unknown) => isObject(one) && typeof one['name'] === 'string' && isObject(one['given']);
    return Array.isArray(all) && all.length > 0 && all.every(good) ? (all as Sheet[]) : null;
  } catch {
    return null;
  }
}

/** One sheet a line, as the files of tests/cases have them. */
export function sheetsText(sheets: Sheet[]): string {
  return `[\n${sheets.map((sheet) => JSON.stringify(sheet)).join(',\n')}\n]\n`;
}
