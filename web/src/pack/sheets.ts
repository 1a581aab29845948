// A sheet: a case and what its answer has to say, as tests/README.md describes it.
import { leading } from '../view/selectors.ts';
import type { Case, PackInfo, Verdict } from '../engine/types.ts';

export interface Sheet {
  name: string;
  given: Case;
  expect?: Json;
  /** Of this page only: what each deduction of the answer takes. A verdict names them without their amounts. */
  off?: Json;
  [more: string]: unknown;
}

/** One place of the answer that is not as the sheet expects it. */
export interface Difference {
  place: string;
  was: unknown;
  /** undefined: it is not in the answer. */
  now: unknown;
}

export interface SheetResult {
  ok: boolean;
  /** Why it cannot be checked at all; else ''. */
  why: string;
  differences: Difference[];
}

type Json = { [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** What the deductions of an answer take, by their names. */
function offOf(verdict: Verdict, info: PackInfo): Json {
  const names = leading(verdict)?.deductions ?? [];
  return Object.fromEntries(
    names.map((name) => {
      const amount: Json = { ...info.deductions?.[name] };
      delete amount['says'];
      return [name, amount];
    }),
  );
}

/** From the days and the payer to the money: what a reader sees of an answer. */
export function sheetOf(given: Case, verdict: Verdict, name: string, info: PackInfo): Sheet {
  const e = leading(verdict);
  const status = verdict.items[0]?.status;
  if (!e) return { name, given, expect: { items: [{ status }] } };
  const { remedy, policy, act_by, return_shipping, refund_by, evidence, deductions } = e;
  const own = e.steps.filter(({ actor }) => actor === 'buyer').map(({ id, act_by }) => ({ id, act_by }));
  const shown = { remedy, policy, status: e.status, act_by, return_shipping, refund_by, evidence };
  const all = { ...shown, ...(deductions && { deductions }), ...(own.length > 0 && { steps: own }) };
  return { name, given, expect: { items: [{ status, entitlements: [all] }] }, off: offOf(verdict, info) };
}

/** The members of a list that an expected object may mean. */
function meant(expected: Json, actual: unknown[]): Json[] {
  const keys = 'id' in expected ? ['id'] : ['remedy', 'policy'].filter((key) => key in expected);
  const fit = actual.filter(isObject).filter((one) => keys.every((key) => one[key] === expected[key]));
  const promises = fit.filter(({ kind }) => kind === 'promise');
  return 'remedy' in expected && !('policy' in expected) && promises.length > 0 ? promises : fit;
}

/** `exact`: lists of codes hold nothing more than is expected, as in the sheets of this page. */
function inList(expected: unknown[], actual: unknown, place: string, exact: boolean): Difference[] {
  const differing = [{ place, was: expected, now: actual }];
  if (!Array.isArray(actual)) return differing;
  if (!expected.every(isObject) || expected.length === 0) {
    const whole = place.endsWith('/return_shipping');
    const all = expected.every((one) => actual.includes(one));
    const right = whole ? same(expected, actual) : all && (!exact || expected.length === actual.length);
    return right ? [] : differing;
  }
  return expected.flatMap((one, index) => {
    const here = `${place}/${typeof one['id'] === 'string' ? one['id'] : index}`;
    const all = meant(one, actual).map((other) => differences(one, other, here, exact));
    all.sort((a, b) => a.length - b.length);
    return all[0] ?? [{ place: here, was: one, now: undefined }];
  });
}

/** All that differs; empty where the verdict has all that is expected. */
export function differences(expected: unknown, actual: unknown, place = '', exact = false): Difference[] {
  if (Array.isArray(expected)) return inList(expected, actual, place, exact);
  if (!isObject(expected) || !isObject(actual))
    return expected === actual ? [] : [{ place, was: expected, now: actual }];
  return Object.entries(expected).flatMap(([key, value]) =>
    Object.hasOwn(actual, key)
      ? differences(value, actual[key], `${place}/${key}`, exact)
      : [{ place: `${place}/${key}`, was: value, now: undefined }],
  );
}

/** Sheets that were written elsewhere may use more than is checked here: those are not called right. */
export function checkSheet(sheet: Sheet, answer: Verdict | { errors: unknown }, info: PackInfo): SheetResult {
  const not = (why: string) => ({ ok: false, why, differences: [] });
  const other = ['at', 'never', 'lead', 'differs'].find((key) => key in sheet);
  if (other) return not(`"${other}" is checked by the project's tests only.`);
  if (!isObject(sheet.expect)) return not('This sheet expects nothing.');
  const exact = isObject(sheet.off);
  const found = differences(sheet.expect, answer, '', exact);
  const off = 'errors' in answer ? {} : offOf(answer, info);
  if (exact && !same(sheet.off, off)) found.push({ place: '/off', was: sheet.off, now: off });
  return { ok: found.length === 0, why: '', differences: found };
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

/** One sheet a line, as the files of tests/cases have them: without what only this page reads. */
export function sheetsText(sheets: Sheet[]): string {
  const lines = sheets.map((sheet) => JSON.stringify({ ...sheet, off: undefined }));
  return `[\n${lines.join(',\n')}\n]\n`;
}
