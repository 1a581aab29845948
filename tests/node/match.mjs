// Whether a verdict has what a sheet expects. An object: each key given must match, others are free. A list of
// objects: each expected one matches some actual one, by id, else by remedy and policy where given, else any.
// `return_shipping`: equal, in order. Another list of words: each is there. Everything else: equal.
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

function candidates(expected, actual) {
  const keys = 'id' in expected ? ['id'] : ['remedy', 'policy'].filter((key) => key in expected);
  return actual.filter((one) => keys.every((key) => one?.[key] === expected[key]));
}

function mismatchOfLists(expected, actual, path, key) {
  if (!Array.isArray(actual)) return `${path}: a list was expected, not ${JSON.stringify(actual)}`;
  if (key === 'return_shipping') {
    const same = JSON.stringify(expected) === JSON.stringify(actual);
    return same ? null : `${path}: ${JSON.stringify(expected)} was expected, not ${JSON.stringify(actual)}`;
  }
  for (const [index, one] of expected.entries()) {
    const place = `${path}/${index}`;
    if (!isObject(one)) {
      if (!actual.includes(one)) return `${place}: ${JSON.stringify(one)} is not in ${JSON.stringify(actual)}`;
      continue;
    }
    const faults = candidates(one, actual).map((other) => mismatch(one, other, place));
    if (!faults.includes(null)) return faults[0] ?? `${place}: nothing is like ${JSON.stringify(one).slice(0, 200)}`;
  }
  return null;
}

/** The first difference in words, or null where the expectation holds. */
export function mismatch(expected, actual, path = '', key = '') {
  if (Array.isArray(expected)) return mismatchOfLists(expected, actual, path, key);
  if (!isObject(expected)) {
    return expected === actual ? null : `${path}: ${JSON.stringify(expected)} was expected, not ${JSON.stringify(actual)}`;
  }
  if (!isObject(actual)) return `${path}: an object was expected, not ${JSON.stringify(actual)}`;
  for (const [name, value] of Object.entries(expected)) {
    if (!(name in actual)) return `${path}/${name}: is not there`;
    const fault = mismatch(value, actual[name], `${path}/${name}`, name);
    if (fault) return fault;
  }
  return null;
}
