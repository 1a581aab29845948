// "Something wrong? Tell us": on a page that was built for a repository, a link to its form for wrong answers, filled in.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openPage, startChromium } from './open-page.mjs';
import { serveSite, site as built } from './static-site.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const repository = 'https://code.example/returnable';
const folder = join(root, 'build/reporting');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(built).filter((one) => /^(packs|laws|return-checker\.(engine|plain)\..*)$/.test(one))) cpSync(join(built, name), join(folder, name), { recursive: true });
execFileSync(join(root, 'web/node_modules/.bin/vite'), ['build', '--outDir', folder, '--logLevel', 'warn'], { cwd: join(root, 'web'), env: { ...process.env, REPOSITORY_URL: `${repository}/` } });

const site = await serveSite({ folder });
const browser = await startChromium();
after(async () => {
  await browser.close();
  await site.close();
});
const form = readFileSync(join(root, '.github/ISSUE_TEMPLATE/1-wrong-answer.yml'), 'utf8');
const version = JSON.parse(readFileSync(join(root, 'web/package.json'), 'utf8')).version;

test('the link fills in the form with the case, the shop, the answer, what it cites and the version', async () => {
  const opened = await openPage(browser, `${site.url}#marketplace=aliexpress&country=FR&reason=damaged&received_on=2026-05-04&as_of=2026-05-10`);
  const link = await opened.page.waitForSelector('>>> a[data-tell]');
  const address = new URL(await link.evaluate((node) => node.href));
  assert.equal(address.origin + address.pathname, `${repository}/issues/new`);
  assert.ok(address.href.length < 8000);
  const { template, ...fields } = Object.fromEntries(address.searchParams);
  assert.equal(template, '1-wrong-answer.yml');
  const ids = [...form.matchAll(/^ {4}id: (\w+)$/gm)].map((match) => match[1]);
  for (const name of Object.keys(fields)) assert.ok(ids.includes(name), `the form has no ${name}`);
  assert.equal(fields.shop, 'AliExpress, FR');
  assert.match(fields.said, /^Yes, you can send it back/);
  assert.match(fields.clauses, /\bB02\b/);
  assert.equal(fields.version, version);
  assert.equal(await link.evaluate((node) => `${node.target} ${node.rel}`), '_blank noopener');

  // The link of the case gives the same answer on the day of the report.
  const again = await openPage(browser, fields.case.replace(/^https?:\/\/[^#]*/, site.url));
  assert.equal(await again.text(), await opened.text());
  await again.close();
  assert.deepEqual(site.asked.filter((url) => /issues|report=/.test(url)), [], 'nothing was sent');
  await opened.close();
});

test('before there is an answer, the report is copied as elsewhere', async () => {
  const opened = await openPage(browser, site.url);
  assert.equal(await opened.page.$('>>> a[data-tell]'), null);
  assert.ok(await opened.page.$('>>> button[data-tell]'));
  await opened.close();
});
