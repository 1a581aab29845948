// The answers of page and widget without a browser: facts, days, the items of an order, and what a new answer takes out.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { checks } from '../screen/answers_checks.mjs';
import { bundle } from '../screen/entry.mjs';

const folder = mkdtempSync(join(tmpdir(), 'returnable-answers-'));
after(() => rmSync(folder, { recursive: true }));
const file = join(folder, 'web.mjs');
writeFileSync(file, (await bundle()).code);
const web = await import(pathToFileURL(file).href);

for (const [name, check] of Object.entries(checks)) test(name, () => check(web));
