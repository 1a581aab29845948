// Puts what the web code needs of the build where it imports it from: the engine's files and the packs
// (web/src/engine/generated, kept out of git).
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const target = at('web/src/engine/generated');
mkdirSync(target, { recursive: true });

// The caller brings the wasm, so the glue need not know its address; left in, bundlers would ship the file twice.
for (const name of ['returnable_core', 'returnable_plain']) {
  const glue = readFileSync(at(`build/wasm/${name}.js`), 'utf8');
  const without_address = glue.replace(/new URL\("[a-z_]+\.wasm",\s*import\.meta\.url\)(\.href|\.toString\(\))/g, '""');
  if (without_address.includes('new URL(')) throw new Error('The glue names an address that is not known here.');
  writeFileSync(`${target}/${name}.js`, without_address);
  writeFileSync(
    `${target}/${name}.d.ts`,
    "import type { CoreFactory } from '../core-supervisor.ts';\ndeclare const factory: CoreFactory;\nexport default factory;\n",
  );
}
copyFileSync(at('build/wasm/returnable_core.wasm'), `${target}/returnable_core.wasm`);
// What its bytes add up to, by the sum of web/src/engine/load-wasm.ts.
let sum = 0x811c9dc5;
for (const byte of readFileSync(at('build/wasm/returnable_core.wasm'))) sum = Math.imul(sum ^ byte, 0x01000193);
writeFileSync(`${target}/sum.js`, `export const wasmSum = ${sum >>> 0};\n`);
writeFileSync(`${target}/sum.d.ts`, 'export declare const wasmSum: number;\n');

// By name, as the native program embeds them; without the spaces that only people need.
const packs = readdirSync(at('core/packs'))
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .sort()
  .map((name) => JSON.stringify(JSON.parse(readFileSync(at(`core/packs/${name}`), 'utf8'))));
writeFileSync(`${target}/packs.js`, `export const packs = ${JSON.stringify(packs, null, 1)};\n`);
writeFileSync(`${target}/packs.d.ts`, 'export declare const packs: readonly string[];\n');

// The widget's core and its compiled packs, each byte one character of a string, and the shops' names.
const latin1 = (path) => JSON.stringify(readFileSync(at(path)).toString('latin1'));
const shops = packs.map((pack) => JSON.parse(pack)).map(({ id, name }) => ({ id, name }));
writeFileSync(
  `${target}/lean.js`,
  `export const wasm = ${latin1('build/wasm/returnable_lean.wasm')};\nexport const packs = ${latin1('build/wasm/packs.bin')};\nexport const shops = ${JSON.stringify(shops)};\n`,
);
writeFileSync(
  `${target}/lean.d.ts`,
  'export declare const wasm: string;\nexport declare const packs: string;\nexport declare const shops: readonly { id: string; name: string }[];\n',
);
