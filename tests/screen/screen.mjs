// A second opinion on the screen: what page and widget say in a real Chromium, beside the verdict of the engine under Node.
//   screen.mjs [--cases N] [--seed N] [--languages en,fr,…] [--python PATH]     (wants scripts/build wasm checker page)
// The cases are spread over all languages; with --languages all of them are asked in each of these. Prints each fault with its
// case, and a line with the counts.
import { tags } from '../../web/scripts/check-messages.mjs';
import { startChromium } from '../browser/open-page.mjs';
import { serveSite } from '../browser/static-site.mjs';
import { askAll, engines, nothing, option } from './ask.mjs';
import { drawCases, onItsDays } from './cases.mjs';

const seed = Number(option('seed', String(Math.floor(Math.random() * 2 ** 31))));
const wanted = option('languages', '');
const languages = wanted ? wanted.split(',') : tags();
const started = Date.now();
const checkers = await engines();
const cases = onItsDays(drawCases(Number(option('cases', '2000')), seed, option('python', 'python3')), (order) => checkers.whole.check(order));
const site = await serveSite();
const browser = await startChromium();
const sum = nothing();
const told = [];
for (const [place, tag] of languages.entries()) {
  const own = wanted ? cases : cases.filter((_, index) => index % languages.length === place);
  told.push(...(await askAll(browser, site.url, checkers, tag, own, sum)));
}
await browser.close();
await site.close();
for (const { screen, tag, one, faults } of told) console.log(`${screen} ${tag} ${JSON.stringify(one)}\n  ${faults.join('\n  ')}`);
const screens = sum.page + sum.widget;
const phases = Object.entries(sum.phases)
  .map(([name, number]) => `${number} ${name}`)
  .join(', ');
console.log(
  `screen: ${screens - told.length} of ${screens} screens agree (${sum.page} of the page, ${sum.several} of them of several items; ${sum.widget} of the widget; ${phases}), ` +
    `${languages.length} languages${wanted ? ` with ${cases.length} cases each` : ''}, seed ${seed}, minutes ${((Date.now() - started) / 60_000).toFixed(1)}`,
);
process.exit(told.length > 0 || sum.page < cases.length || sum.widget === 0 ? 1 : 0);
