// Puts what the web code needs of the build where it imports it from: the engine's files and the packs
// (web/src/checker/generated, kept out of git).
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const target = at('web/src/checker/generated');
mkdirSync(target, { recursive: true });

// The caller brings the wasm, so the glue need not know its address; left in, bundlers would ship the file twice.
const glue = readFileSync(at('build/wasm/returnable_core.js'), 'utf8');
const without_address = glue.replace(/new URL\("returnable_core\.wasm",\s*import\.meta\.url\)(\.href|\.toString\(\))/g, '""');
if (without_address.includes('new URL(')) throw new Error('The glue names an address that is not known here.');
writeFileSync(`${target}/returnable_core.js`, without_address);
copyFileSync(at('build/wasm/returnable_core.wasm'), `${target}/returnable_core.wasm`);
writeFileSync(
  `${target}/returnable_core.d.ts`,
  "import type { CoreFactory } from '../engine.ts';\ndeclare const factory: CoreFactory;\nexport default factory;\n",
);

// By name, as the native program embeds them; without the spaces that only people need.
const packs = readdirSync(at('core/policies'))
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .sort()
  .map((name) => JSON.stringify(JSON.parse(readFileSync(at(`core/policies/${name}`), 'utf8'))));
writeFileSync(`${target}/packs.js`, `export const packs = ${JSON.stringify(packs, null, 1)};\n`);
writeFileSync(`${target}/packs.d.ts`, 'export declare const packs: readonly string[];\n');
