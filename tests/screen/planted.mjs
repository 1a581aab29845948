// Does the second opinion on the screen bite? Plants one fault after another in the files of the built site, on their way to the
// browser, and asks for cases until it is found.
//   planted.mjs [--cases N] [--seed N] [--python PATH]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startChromium } from '../browser/open-page.mjs';
import { serveSite, site as folder } from '../browser/static-site.mjs';
import { askAll, engines, nothing, option } from './ask.mjs';
import { drawCases, onItsDays } from './cases.mjs';

const code = /^assets\/(?!words-|languages-|en-).*\.js$/;
const english = /^assets\/en-.*\.js$/;

/** What is planted, the files, the language, what stands there, and what stands there instead. */
const planted = [
  ['"The seller pays." where the buyer probably does', english, 'en', /`You’ll probably pay\.`/, '`The seller pays.`'],
  ['the same in French', /^assets\/words-fr-.*\.js$/, 'fr', /`Probablement à votre charge\.`/, '`Le vendeur paie.`'],
  ['safest and last day swapped in a sentence', english, 'en', /(`The safest deadline was `\+\w+)\.safe(\+`\. It may still be accepted until `\+\w+)\.last/, '$1.last$2.safe'],
  ['safest and last day swapped in the code', code, 'en', /\{safe:(\w+\(\w+,\w+\)),last:(\w+\(\w+,\w+\))\}/, '{safe:$2,last:$1}'],
  ['over on the last day itself', code, 'en', /(\(\w+\?\?\w+\))<(\w+\)return \w+\(\w+\(`three\.ask_ended`\))/, '$1<=$2'],
  ['a reading that was set aside told as one that counts', code, 'en', /\w+\.counts\?\w+\+\+===0\?`why\.one`:`why\.other`:`why\.aside`/, '`why.one`'],
  ['yes gives no, and no gives yes', code, 'en', /\{value:!0,label:(\w+\(`yes`\))\},\{value:!1,label:(\w+\(`no`\))\}/, '{value:!1,label:$1},{value:!0,label:$2}'],
  ['the words Yes and No swapped', english, 'en', /(yes"?:\(\)=>)`Yes`(.*?no"?:\(\)=>)`No`/, '$1`No`$2`Yes`'],
  ['"probably" where it is certain who pays', code, 'en', /`plan`:`buyer`/, '`buyer`:`plan`'],
  ['nothing to do, while there is something', code, 'en', /\.\.\.\w+\?\[(\w+\(`head\.waiting\.nothing`\))\]:\[\]/, '...[$1]'],
  ['refused told as allowed', code, 'en', /`head\.refused\.lead`/, '`head.allowed.refund_on_return.lead`'],
  ['a warning left out', code, 'en', /`warning\.\$\{(\w+)\}`/, '`none.${$1}`'],
];

/** Where the fault is planted; the file's own text elsewhere. */
function changing(files, before, after) {
  const at = { count: 0 };
  at.change = (name) => {
    if (!files.test(name)) return null;
    const text = readFileSync(join(folder, name), 'utf8');
    const changed = text.replace(before, after);
    at.count += changed !== text;
    return { body: changed };
  };
  return at;
}

const seed = Number(option('seed', '6'));
const started = Date.now();
const checkers = await engines();
const cases = onItsDays(drawCases(Number(option('cases', '400')), seed, option('python', 'python3')), (order) => checkers.whole.check(order));
const browser = await startChromium();
const clean = await serveSite();
let found = 0;
for (const [name, files, tag, before, after] of planted) {
  const fault = changing(files, before, after);
  const site = await serveSite({ change: fault.change });
  const sum = nothing();
  const told = await askAll(browser, site.url, checkers, tag, cases, sum, { first: true });
  await site.close();
  // What the site says without the fault, too, is no find.
  const anyway = told.length > 0 && (await askAll(browser, clean.url, checkers, tag, [told[0].one], nothing(), { first: true })).length > 0;
  const seen = fault.count > 0 && told.length > 0 && !anyway;
  found += seen;
  const what = fault.count === 0 ? 'NOT PLANTED: the files have another form' : anyway ? 'NOT FOUND: the site is wrong without it' : seen ? `found by case ${sum.page}: ${told[0].faults[0]}` : `NOT FOUND in ${sum.page} cases`;
  console.log(`${name} | ${what}`);
}
await browser.close();
await clean.close();
console.log(`planted on the screen: ${found} of ${planted.length} found, seed ${seed}, minutes ${((Date.now() - started) / 60_000).toFixed(1)}`);
process.exit(found === planted.length ? 0 : 1);
