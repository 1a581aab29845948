import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/compile-module';
import type { Plugin } from 'vite';
import { folder, languageTags, sourceLanguage } from './languages.ts';
import { isolated } from './isolates.ts';
import { alone, pluralRule } from './plural-rule.ts';

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
  /^(meta\.d|head\.(before|nodate|allowed\.(?!good)|depends|disagree|not_yet|expired\.[la]|refused|norule|by|today|plain|passed|asked|left|do\.(contact|open|request|warranty|charge|ask_to_c|any)|waiting\.(until|for)\.(refund|any)|waiting\.no|late\.(refund_i|money|chase$))|three\.(?!.*_note$|who\.c|act\.[aces]|sent|due|now|ask_now)|ask\.(?!later|where|offer|dispute|chargeback|return|refund|escalated|cancel|seller_replied|delivered|confirmed|extension|protection_ends|transit|rides|label_sp|wants)|chips\.(?!number\.tr|open|fold|never|date|later\.(?!any)|fact\.(return_|rides|label_sp|seller_ag)|choice\.(offer|dispute|charge|wants))|reason\.(?!size_unsure|ask_item)|arrival\.(?!not_here|rough|keep|forget|pick)|seller\.(?!dispute|show|ask\.good|letter\.(?!goodwill)|.*_(platform|bank|carrier|other|offer))|depends\.|fold\.(change|unknown)|row\.(received|shipped|ordered|seller_cancelled)_on|option\.(?!offer|dispute|chargeback|wants)|error\.(?!.*_head|unknown|other|wrong|bad_v)|widget\.(?!shop|startover)|ways\.(?!left|goodwill|resell|law|by|maybe|title)|sources\.(line|disagree)|law$|yes$|no$|unsure$|cancel$|changed$)/;

// What only the page's law says is a file of its own; the widget leaves the law to the page.
const lawFacts = new URL('../../core/dictionary/law_facts.json', import.meta.url);
const { facts } = JSON.parse(readFileSync(lawFacts, 'utf8')) as {
  facts: { id: string; of_case?: boolean }[];
};
const ofLaw = new Set(facts.filter(({ of_case }) => !of_case).map(({ id }) => id));
const lawSays = /^(by_law\.(?!choose$|loading$|missing$)|ladder\.)/;
const isOfLaw = (name: string) => lawSays.test(name) || name.split('.').some((part) => ofLaw.has(part));

// Of it, what the widget's short card says.
const briefSays =
  /^(by_law\.(title|open|better|first|right|adds\w*|repair_first|act|act_by|depends|general|old|steps\.(?!put_|return_|bank_|refund_|issuer_).*)(\.|$)|ask\.|steps\.(chargeback|ship_back)$)/;

// What only the page for authors says.
const snippetSays = /^(snippet|widget)\./;

// What a letter to the seller says in the seller's own language, beside the reader's.
const letterSays =
  /^(meta\.date_locale|seller\.(hello|bye|dated|undated|ask|letter|label|photos|answer_by|order|dispute\.(request|proof))(\.|$)|by_law\.letter\.)/;

const belongs: Record<string, (name: string) => boolean> = {
  law: isOfLaw,
  snippet: (name) => snippetSays.test(name),
  catalogue: (name) => !isOfLaw(name) && !snippetSays.test(name),
  letter: (name) => letterSays.test(name),
  widget: (name) => !isOfLaw(name) && widgetSays.test(name),
  brief: (name) => briefSays.test(name) && (isOfLaw(name) || name.startsWith('steps.')),
};

function only(all: Record<string, string>, which: string): Record<string, string> {
  return Object.fromEntries(Object.entries(all).filter(([name]) => belongs[which]!(name)));
}

/** What only readers of a translation see: that no native speaker has read it, and that letters are in English too. */
function spoken(tag: string, all: Record<string, string>): Record<string, string> {
  const { 'meta.read': read, 'page.unread': unread = '', 'seller.both': both = '', ...rest } = all;
  return {
    ...rest,
    ...(read !== 'yes' && { 'page.unread': unread }),
    ...(tag !== sourceLanguage && { 'seller.both': both }),
  };
}

function readMessages(tag: string): Record<string, string> {
  return flatten(JSON.parse(readFileSync(`${folder}${tag}.json`, 'utf8')) as Tree);
}

/** One part of a language's messages as a module. What a file lacks is said in English; the lint names it. */
function compiled(tag: string, part: string): string {
  const own = readMessages(tag);
  const all: Record<string, string> = { ...readMessages(sourceLanguage), 'meta.read': '', ...own };
  const said = only(spoken(tag, all), part);
  const rtl = all['meta.dir'] === 'rtl';
  const texts = rtl
    ? Object.fromEntries(Object.entries(said).map(([name, text]) => [name, isolated(text)]))
    : said;
  return alone(compileModule(new MessageFormat(pluralRule(tag, texts), { strict: false }), texts));
}

const list = 'virtual:languages/';
const sums = fileURLToPath(new URL('../src/engine/generated/translations.json', import.meta.url));

/** The languages, each by its tag: its own name for itself, what loads each part asked for, the sums of packs' sentences. */
function listed(parts: string[]): string {
  const translated = JSON.parse(readFileSync(sums, 'utf8')) as Record<string, Record<string, string>>;
  const entries = languageTags().map((tag) => {
    // English is found without the list.
    const modules = tag === sourceLanguage ? [] : parts.filter((part) => part !== 'sentences');
    const loaders = modules.map(
      (part) => `${part}: () => import(${JSON.stringify(`${folder}${tag}.json?${part}`)})`,
    );
    const name = JSON.stringify(readMessages(tag)['meta.name']);
    const packs =
      parts.includes('sentences') && translated[tag] ? [`sentences: ${JSON.stringify(translated[tag])}`] : [];
    return `${JSON.stringify(tag)}: { name: ${name}, ${[...loaders, ...packs].join(', ')} }`;
  });
  return `export default { ${entries.join(',\n')} };`;
}

const file = /\/messages\/([A-Za-z0-9-]+)\.json\?(catalogue|law|snippet|widget|brief|letter)$/;

/**
 * Compiles the ICU catalogues at build time, so that the page needs neither a parser nor eval. The module
 * `virtual:languages/PART+PART` lists the languages: every file in web/messages is one.
 */
export function messages(): Plugin {
  return {
    name: 'returnable-messages',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(list) ? `\0${id}` : undefined),
    load(id) {
      if (id.startsWith(`\0${list}`))
        return { code: listed(id.slice(list.length + 1).split('+')), map: null, moduleType: 'js' };
      const [, tag, part] = file.exec(id) ?? [];
      if (!tag || !part) return undefined;
      for (const one of [tag, sourceLanguage]) this.addWatchFile(`${folder}${one}.json`);
      return { code: compiled(tag, part), map: null, moduleType: 'js' };
    },
  };
}

/** The file name of a chunk: other languages than English have one that tells them, so that nobody keeps all of them. */
export function chunkName(chunk: { facadeModuleId?: string | null; moduleIds: string[] }): string {
  const id = chunk.facadeModuleId ?? chunk.moduleIds[0] ?? '';
  const [, tag] = file.exec(id) ?? [];
  if (tag && tag !== sourceLanguage) return `assets/words-${tag}-[hash].js`;
  return id.startsWith(`\0${list}`) ? 'assets/languages-[hash].js' : 'assets/[name]-[hash].js';
}
