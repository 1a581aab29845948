import { readFileSync } from 'node:fs';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import type { Plugin } from 'vite';

type Tree = { [key: string]: string | Tree };

/** { a: { b: 'text' } } becomes { 'a.b': 'text' }: one flat name for each message. */
export function flatten(tree: Tree, prefix = '', out: Record<string, string> = {}): Record<string, string> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') out[prefix + key] = value;
    else flatten(value, `${prefix}${key}.`, out);
  }
  return out;
}

/** Compiles the ICU catalogues at build time, so that the page needs neither a parser nor eval. */
export function messages(): Plugin {
  return {
    name: 'returnable-messages',
    enforce: 'pre',
    load(id) {
      const found = /\/messages\/([a-z]{2})\.json\?catalogue$/.exec(id);
      if (!found) return undefined;
      const file = id.replace(/\?catalogue$/, '');
      this.addWatchFile(file);
      const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree;
      const code = compileModule(new MessageFormat(found[1]!, { strict: false }), flatten(tree));
      return { code, map: null, moduleType: 'js' };
    },
  };
}
