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
  /^(meta\.d|head\.(before|nodate|allowed|depends|disagree|not_yet|expired|refused|norule|by|today|plain|passed|finished|asked|left|under_way|do\.(contact|open|request|ship|warranty|charge|ask_to_c|any)|waiting\.(until|for)\.(refund|any)|waiting\.(no|unsure)|late\.(refund|any|money|chase$))|three\.(?!.*_note$|act\.e|sent|due|ask_now)|ask\.(?!later|where|offer|dispute|chargeback|return|refund|escalated|cancel|seller_replied|delivered|confirmed|extension|protection_ends|transit|rides|label_sp|wants)|chips\.(?!open|fold|never|date|later\.(?!any)|fact\.(return_|rides|label_sp)|choice\.(offer|dispute|charge|wants))|reason\.(?!size_unsure|ask_item)|arrival\.(?!not_here|rough|keep|forget)|seller\.(?!dispute|show|letter\.(?!goodwill)|.*_(platform|bank|carrier|other))|depends\.|fold\.(change|unknown)|row\.(received|shipped|ordered|seller_cancelled)_on|option\.(?!offer|dispute|chargeback|wants)|error\.(?!.*_head)|widget\.|ways\.(?!left|goodwill|resell|law|by|maybe|title)|sources\.(line|disagree)|law$|yes$|no$|unsure$|cancel$|changed$)/;

// Facts that only laws ask for: the widget leaves the law to the page.
const lawFacts = new URL('../../core/dictionary/law_facts.json', import.meta.url);
const ofLaw = new Set(
  (JSON.parse(readFileSync(lawFacts, 'utf8')) as { facts: { id: string }[] }).facts.map(({ id }) => id),
);

function forWidget(all: Record<string, string>): Record<string, string> {
  const says = (name: string) => widgetSays.test(name) && !name.split('.').some((part) => ofLaw.has(part));
  return Object.fromEntries(Object.entries(all).filter(([name]) => says(name)));
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
