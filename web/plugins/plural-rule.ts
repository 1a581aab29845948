import type { PluralFunction } from '@messageformat/core';

/**
 * The plural rule of a language by the browser's own Intl. With the rules of the library all languages would share one file,
 * and each reader would load every language's.
 */
export function pluralRule(tag: string, messages: Record<string, string>): PluralFunction {
  const rules = (type: 'cardinal' | 'ordinal') => new Intl.PluralRules(tag, { type });
  const code = (type: 'cardinal' | 'ordinal') =>
    `new Intl.PluralRules(${JSON.stringify(tag)}, { type: '${type}' })`;
  const ordinal = Object.values(messages).some((text) => text.includes('selectordinal'));
  const source = ordinal
    ? `((number, place) => (n, ord) => (ord ? place : number).select(n))(${code('cardinal')}, ${code('ordinal')})`
    : `((rules) => (n) => rules.select(n))(new Intl.PluralRules(${JSON.stringify(tag)}))`;
  const rule = (n: number | string, ord?: boolean) => rules(ord ? 'ordinal' : 'cardinal').select(Number(n));
  return Object.defineProperty(
    Object.assign(rule, {
      cardinals: rules('cardinal').resolvedOptions().pluralCategories,
      ordinals: rules('ordinal').resolvedOptions().pluralCategories,
      toString: () => source, // what the compiled module holds
    }),
    'name',
    { value: tag },
  ) as unknown as PluralFunction;
}

const helpers: Record<string, string> = {
  number: 'const number = (tag, value, offset) => new Intl.NumberFormat(tag).format(value - offset);',
  plural:
    'const plural = (value, offset, rule, data, ord) => Object.hasOwn(data, value) ? data[value] : data[rule(value - offset, ord)] ?? data.other;',
  select: 'const select = (value, data) => (Object.hasOwn(data, value) ? data[value] : data.other);',
};
const imported = /^import \{ ([^}]+) \} from "@messageformat\/runtime";$/m;

/** The compiled module with what it takes from the library written into it, so that no two languages share a file. */
export function alone(code: string): string {
  return code.replace(imported, (_, names: string) =>
    names
      .split(', ')
      .map((name) => {
        const helper = helpers[name];
        if (!helper) throw new Error(`The messages use "${name}", which is not known here.`);
        return helper;
      })
      .join('\n'),
  );
}
