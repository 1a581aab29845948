// Puts what the web code needs of the build where it imports it from: the engine's files and the packs
// (web/src/engine/generated, kept out of git).
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const target = at('web/src/engine/generated');
mkdirSync(target, { recursive: true });

/** FNV-1a, 32 bits, as in web/src/engine/load-wasm.ts. */
function sumOf(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return sum >>> 0;
}

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
writeFileSync(`${target}/sum.js`, `export const wasmSum = ${sumOf(readFileSync(at('build/wasm/returnable_core.wasm')))};\n`);
writeFileSync(`${target}/sum.d.ts`, 'export declare const wasmSum: number;\n');

// By name, as the native program embeds them; without the spaces that only people need.
const packs = readdirSync(at('core/packs'))
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .sort()
  .map((name) => JSON.stringify(JSON.parse(readFileSync(at(`core/packs/${name}`), 'utf8'))));
writeFileSync(`${target}/packs.js`, `export const packs = ${JSON.stringify(packs, null, 1)};\n`);
writeFileSync(`${target}/packs.d.ts`, 'export declare const packs: readonly string[];\n');

// The widget's core, each byte one character of a string.
writeFileSync(`${target}/lean.js`, `export const wasm = ${JSON.stringify(readFileSync(at('build/wasm/returnable_lean.wasm')).toString('latin1'))};\n`);
writeFileSync(`${target}/lean.d.ts`, 'export declare const wasm: string;\n');

// Each compiled pack as a module, packs/ID.SUM.js: a page whose policy forbids it to fetch may still import. The list of
// the shops carries the sums, by which a pack is found and checked.
rmSync(`${target}/packs`, { recursive: true, force: true });
mkdirSync(`${target}/packs`);
/** A template literal that holds the bytes, a character each: as they are, but for what a template gives a meaning to. */
const literal = (bytes) =>
  '`' + bytes.toString('latin1').replace(/[\\`\r]|\$(?=\{)/g, (letter) => (letter === '\r' ? '\\r' : `\\${letter}`)) + '`';
const shops = new Map();
for (const { id, name, clauses } of packs.map((pack) => JSON.parse(pack))) {
  const bytes = readFileSync(at(`build/wasm/packs/${id}.bin`));
  const sum = sumOf(bytes).toString(16).padStart(8, '0');
  writeFileSync(`${target}/packs/${id}.${sum}.js`, `export default ${literal(bytes)};\n`);
  shops.set(id, { id, name, sum, size: Object.keys(clauses).length });
}
// The shop on which the most is written comes first and is the one that is meant where none is named; the others by name.
const [first, ...others] = [...shops.values()].sort((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
const listed = [first, ...others.sort((a, b) => (a.name < b.name ? -1 : 1))].map(({ id, name, sum }) => ({ id, name, sum }));
writeFileSync(`${target}/shops.js`, `export const shops = ${JSON.stringify(listed)};\n`);
writeFileSync(
  `${target}/shops.d.ts`,
  'export declare const shops: readonly { readonly id: string; readonly name: string; readonly sum: string }[];\n',
);
