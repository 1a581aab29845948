// What makes the widget's files smaller without changing what they do.
import { readFileSync } from 'node:fs';

/** Of the dictionary the widget reads kinds and limits, and the values of what it lets a reader choose from. */
function dictionary(path) {
  const { option } = JSON.parse(readFileSync(new URL('../messages/en.json', import.meta.url), 'utf8'));
  // As in web/plugins/messages.ts: of the others the widget has no words.
  const offered = Object.keys(option).filter((id) => !/^(offer|dispute|chargeback|wants)/.test(id));
  const { facts } = JSON.parse(readFileSync(path, 'utf8'));
  const own = facts.map(({ id, kind, values, least, most, may_be_future }) => ({
    id,
    kind,
    values: offered.includes(id) ? values : undefined,
    least,
    most,
    may_be_future,
  }));
  const plain = ({ values, least, most, may_be_future }) =>
    [values, least, most, may_be_future].every((value) => value === undefined);
  // Most have nothing but a kind: their names in one text for each kind.
  const kinds = Object.entries(grouped(own.filter(plain)));
  const together = kinds.map(([kind, some]) => `...of('${kind}', '${some.map(({ id }) => id).join(' ')}')`);
  return `const of = (kind, ids) => ids.split(' ').map((id) => ({ id, kind }));
export default { facts: [${together.join()}, ...${JSON.stringify(own.filter((fact) => !plain(fact)))}] };`;
}

function grouped(facts) {
  const kinds = {};
  for (const fact of facts) (kinds[fact.kind] ??= []).push(fact);
  return kinds;
}

/** Messages by the parts of their names, so that no part is written twice; one without parameters need not be a function. */
function catalogue(code) {
  const start = code.indexOf('export default {');
  const messages = {};
  const lines = code.slice(start).split('\n');
  if (lines.at(-1) !== '}' && lines.at(-2) !== '}')
    throw new Error('Compiled messages look otherwise than is known here.');
  for (const line of lines.slice(1)) {
    if (line === '}' || line === '') continue;
    const [, name, text] = /^ {2}"?([\w.$-]+)"?: (.*?),?$/.exec(line) ?? [];
    if (!name) throw new Error(`This line of the messages is not understood: ${line}`);
    let at = messages;
    for (const part of name.split('.')) at = at[part] ??= {};
    at[''] = text.replace(/^\(\) => (?=["'`])/, '');
  }
  const write = (tree) => {
    const parts = Object.keys(tree);
    if (parts.length === 1 && parts[0] === '') return tree[''];
    return `{${parts.map((part) => `${JSON.stringify(part)}: ${part === '' ? tree[''] : write(tree[part])}`).join()}}`;
  };
  return `${code.slice(0, start)}
const flat = (tree, name, all) => {
  for (const [part, one] of Object.entries(tree)) {
    const path = name && part ? name + '.' + part : name + part;
    if (typeof one === 'object') flat(one, path, all);
    else all[path] = one;
  }
  return all;
};
export default flat(${write(messages)}, '', {});`;
}

/** The indents inside templates are for people. */
export const flush = {
  name: 'returnable-flush',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/(page|ui|snippet)\//.test(id) ? { code: code.replace(/\n\s+/g, '\n'), map: null } : undefined,
};

/** The page's own messages, in every language. */
export const nested = {
  name: 'returnable-nested',
  enforce: 'pre',
  transform: (code, id) =>
    /\/messages\/[\w-]+\.json\?(catalogue|law|letter)$/.test(id)
      ? { code: catalogue(code), map: null }
      : undefined,
};

/** A plugin for the bundles of the widget. */
export const lighter = {
  name: 'returnable-lighter',
  enforce: 'pre',
  load(id) {
    return id.endsWith('/dictionary/facts.json') ? { code: dictionary(id), moduleType: 'js' } : undefined;
  },
  transform(code, id) {
    if (/\/messages\/[\w-]+\.json\?(widget|brief)$/.test(id)) return { code: catalogue(code), map: null };
    // The widget shows no clauses.
    if (id.endsWith('/generated/laws.js'))
      return { code: code.replace(/,"sentencesSum":"\w+"/g, ''), map: null };
    if (!id.includes('/src/widget/')) return undefined;
    // The indents inside templates are for people.
    const lean = code.replace(/\n\s+/g, '\n');
    return {
      code: id.includes('-styles.ts')
        ? lean.replace(/(?<=[;{},])\n|;?\n(?=\})|(?<=[:,{]) (?=\S)| (?=[{!])|(?<![\w.])0(?=\.\d)/g, '')
        : lean,
      map: null,
    };
  },
};
