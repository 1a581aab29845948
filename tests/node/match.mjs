// Whether a verdict has what a sheet expects, by the rules of tests/README.md, "Sheets".
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value) => JSON.stringify(value) ?? 'nothing';

/** Equal as JSON: the order of an object's keys is free, that of a list is not. */
export function equal(a, b) {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((one, index) => equal(one, b[index]));
  if (!isObject(a)) return a === b;
  const keys = Object.keys(a);
  return isObject(b) && keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]));
}

function candidates(expected, actual) {
  const keys = 'id' in expected ? ['id'] : ['remedy', 'policy'].filter((key) => key in expected);
  const found = actual.filter((one) => keys.every((key) => one?.[key] === expected[key]));
  // Where no policy is named the shop's promise is meant, not what a law gives beside it.
  const promises = 'remedy' in expected && !('policy' in expected) ? found.filter((one) => one?.kind === 'promise') : [];
  return promises.length > 0 ? promises : found;
}

function mismatchOfLists(expected, actual, path, key) {
  if (!Array.isArray(actual)) return `${path}: a list was expected, not ${text(actual)}`;
  if (key === 'return_shipping') {
    return equal(expected, actual) ? null : `${path}: ${text(expected)} was expected, not ${text(actual)}`;
  }
  for (const [index, one] of expected.entries()) {
    const place = `${path}/${index}`;
    if (!isObject(one)) {
      if (!actual.includes(one)) return `${place}: ${text(one)} is not in ${text(actual)}`;
      continue;
    }
    const faults = candidates(one, actual).map((other) => mismatch(one, other, place));
    if (!faults.includes(null)) return faults[0] ?? `${place}: nothing is like ${text(one).slice(0, 200)}`;
  }
  return null;
}

/** The first difference in words, or null where the expectation holds. */
export function mismatch(expected, actual, path = '', key = '') {
  if (Array.isArray(expected)) return mismatchOfLists(expected, actual, path, key);
  if (!isObject(expected)) {
    return expected === actual ? null : `${path}: ${text(expected)} was expected, not ${text(actual)}`;
  }
  if (!isObject(actual)) return `${path}: an object was expected, not ${text(actual)}`;
  for (const [name, value] of Object.entries(expected)) {
    if (!(name in actual)) return `${path}/${name}: is not there`;
    const fault = mismatch(value, actual[name], `${path}/${name}`, name);
    if (fault) return fault;
  }
  return null;
}

/** Everything that stands at a JSON Pointer, whose segment `*` is any member: [] where nothing does. */
export function found(pointer, value) {
  if (pointer !== '' && !pointer.startsWith('/')) throw new TypeError(`not a JSON Pointer: ${pointer}`);
  const segments = pointer.split('/').slice(1).map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
  let here = [value];
  for (const segment of segments) {
    here = here.flatMap((one) => {
      if (typeof one !== 'object' || one === null) return [];
      if (segment === '*') return Object.values(one);
      return Object.hasOwn(one, segment) && !(Array.isArray(one) && segment === 'length') ? [one[segment]] : [];
    });
  }
  return here;
}

/** A value of `never` counts where the thing equals it, is a list that has it, or is an object whose `fact` or `id` it is. */
const stands = (value, thing) =>
  equal(value, thing) ||
  (Array.isArray(thing) && thing.some((one) => equal(value, one))) ||
  (isObject(thing) && ['fact', 'id'].some((key) => Object.hasOwn(thing, key) && equal(value, thing[key])));

function neverFault(never, verdict) {
  for (const [pointer, values] of Object.entries(never)) {
    for (const thing of found(pointer, verdict)) {
      const value = values.find((one) => stands(one, thing));
      if (value !== undefined) return `never ${pointer}: ${text(value)} stands there`;
    }
  }
  return null;
}

function atFault(at, verdict) {
  for (const [pointer, value] of Object.entries(at)) {
    const here = found(pointer, verdict);
    if (!here.length) return `at ${pointer}: nothing stands there`;
    if (!here.every((thing) => equal(value, thing))) return `at ${pointer}: ${text(value)} was expected, not ${text(here[0])}`;
  }
  return null;
}

function leadFault(lead, verdict) {
  const { headline, items } = verdict;
  const led = items?.find((item) => item.id === headline?.item)?.entitlements[headline?.entitlement];
  return led ? mismatch(lead, led, 'lead') : 'lead: the headline points at no entitlement';
}

const documented = ['file', 'name', 'given', 'clauses', 'why', 'first'];
const expecting = ['expect', 'at', 'never', 'lead', 'differs'];
const isEmpty = (value) => value === undefined || (typeof value === 'object' && value !== null && !Object.keys(value).length);

/** What a sheet finds wrong with the verdict on its case, or null. `ask` answers another case, for `differs`. */
export function sheetFault(sheet, verdict, ask) {
  const unknown = Object.keys(sheet).find((key) => !documented.includes(key) && !expecting.includes(key));
  if (unknown) return `the sheet has a key that nothing reads: ${unknown}`;
  if (expecting.every((key) => isEmpty(sheet[key]))) return 'the sheet expects nothing';
  if (verdict.errors && !sheet.expect?.errors) return `no error was expected: ${text(verdict.errors)}`;
  const fault =
    (sheet.expect && mismatch(sheet.expect, verdict)) ??
    (sheet.at && atFault(sheet.at, verdict)) ??
    (sheet.never && neverFault(sheet.never, verdict)) ??
    (sheet.lead && leadFault(sheet.lead, verdict)) ??
    null;
  if (fault || !sheet.differs) return fault;
  return equal(ask(sheet.differs), verdict) ? 'differs: both cases have the same verdict' : null;
}
