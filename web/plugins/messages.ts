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

// What the widget never says is not in its catalogue.
const widgetSays =
  /^(meta\.d|head\.|three\.(?!.*_note$)|ask\.(?!later|where)|chips\.|reason\.(?!size_unsure)|arrival\.|seller\.(?!dispute|show)|depends\.|fold\.|option\.|error\.|widget\.|sources\.(line|disagree)|law$|yes$|no$|unsure$|cancel$|changed$)/;

function forWidget(all: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => widgetSays.test(name)));
}

/** Compiles the ICU catalogues at build time, so that the page needs neither a parser nor eval. */
export function messages(): Plugin {
  return {
    name: 'returnable-messages',
    enforce: 'pre',
    load(id) {
      const found = /\/messages\/([a-z]{2})\.json\?(catalogue|widget)$/.exec(id);
      if (!found) return undefined;
      const file = id.replace(/\?.*$/, '');
      this.addWatchFile(file);
      const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree;
      const code = compileModule(
        new MessageFormat(found[1]!, { strict: false }),
        found[2] === 'widget' ? forWidget(flatten(tree)) : flatten(tree),
      );
      return { code, map: null, moduleType: 'js' };
    },
  };
}
