// Lighthouse on the built pages, as a phone sees them: 100 in accessibility, best practices and SEO, or it fails.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { serveSite } from '../browser/static-site.mjs';

const pages = ['', '#reason=damaged&received_on=2026-05-04&as_of=2026-05-10', 'snippet/'];
const asked = ['accessibility', 'best-practices', 'seo'];

const site = await serveSite();
const chrome = await launch({
  chromePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  chromeFlags: ['--headless=new', '--no-sandbox', '--disable-dev-shm-usage'],
});
let short = 0;
for (const page of pages) {
  const { lhr } = await lighthouse(site.url + page, { port: chrome.port, logLevel: 'error', onlyCategories: ['performance', ...asked] });
  const score = (name) => Math.round((lhr.categories[name]?.score ?? 0) * 100);
  console.log(`lighthouse /${page}: ${asked.map((name) => `${name} ${score(name)}`).join(', ')}, performance ${score('performance')} (first paint ${lhr.audits['first-contentful-paint'].displayValue}, layout shift ${lhr.audits['cumulative-layout-shift'].displayValue})`);
  for (const name of asked) {
    if (score(name) === 100) continue;
    short += 1;
    for (const { id } of lhr.categories[name].auditRefs) if ((lhr.audits[id].score ?? 1) < 1) console.log(`  ${name}: ${id}: ${lhr.audits[id].title}`);
  }
}
await chrome.kill();
await site.close();
process.exitCode = short ? 1 : 0;
