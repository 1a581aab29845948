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
  /^(meta\.d|head\.(before|nodate|allowed|depends|disagree|not_yet|expired|refused|norule|by|today|plain|passed|finished|asked|left|under_way|do\.(contact|open|request|ship|warranty|charge|ask_to_c|any)|waiting\.(until|for)\.(refund|any)|waiting\.(no|unsure)|late\.(refund|any|money|chase$))|three\.(?!.*_note$|act\.e|sent|due|ask_now)|ask\.(?!later|where|offer|dispute|chargeback|return|refund|escalated|cancel|seller_replied|delivered|confirmed|extension|protection_ends|transit|rides|label_sp|wants)|chips\.(?!open|fold|never|date|later\.(?!any)|fact\.(return_|rides|label_sp)|choice\.(offer|dispute|charge|wants))|reason\.(?!size_unsure|ask_item)|arrival\.(?!not_here|rough|keep|forget)|seller\.(?!dispute|show|letter\.(?!goodwill)|.*_(platform|bank|carrier|other))|depends\.|fold\.(change|unknown)|row\.(received|shipped|ordered|seller_cancelled)_on|option\.(?!offer|dispute|chargeback|wants)|error\.(?!.*_head|unknown|other)|widget\.(?!shop|startover)|ways\.(?!left|goodwill|resell|law|by|maybe|title)|sources\.(line|disagree)|law$|yes$|no$|unsure$|cancel$|changed$)/;

// What only the page's law says is a file of its own; the widget leaves the law to the page.
const lawFacts = new URL('../../core/dictionary/law_facts.json', import.meta.url);
const { facts } = JSON.parse(readFileSync(lawFacts, 'utf8')) as {
  facts: { id: string; of_case?: boolean }[];
};
const ofLaw = new Set(facts.filter(({ of_case }) => !of_case).map(({ id }) => id));
const lawSays = /^(by_law\.(?!choose$|loading$|missing$)|ladder\.)/;
const isOfLaw = (name: string) => lawSays.test(name) || name.split('.').some((part) => ofLaw.has(part));

// What only the page for authors says.
const snippetSays = /^(snippet|widget)\./;

const belongs: Record<string, (name: string) => boolean> = {
  law: isOfLaw,
  snippet: (name) => snippetSays.test(name),
  catalogue: (name) => !isOfLaw(name) && !snippetSays.test(name),
  widget: (name) => !isOfLaw(name) && widgetSays.test(name),
};

function only(all: Record<string, string>, which: string): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => belongs[which]!(name)));
}

/** Compiles the ICU catalogues at build time, so that the page needs neither a parser nor eval. */
export function messages(): Plugin {
  return {
    name: 'returnable-messages',
    enforce: 'pre',
    load(id) {
      const found = /\/messages\/([a-z]{2})\.json\?(catalogue|law|snippet|widget)$/.exec(id);
      if (!found) return undefined;
      const file = id.replace(/\?.*$/, '');
      this.addWatchFile(file);
      const tree = JSON.parse(readFileSync(file, 'utf8')) as Tree;
      const code = compileModule(
        new MessageFormat(found[1]!, { strict: false }),
        only(flatten(tree), found[2]!),
      );
      return { code, map: null, moduleType: 'js' };
    },
  };
}
