// Puts what the web code needs of the build where it imports it from, web/src/engine/generated (kept out of git):
//   returnable_engine.wasm, returnable_compiler.{js,wasm}   the modules
//   engine-bytes.js, compiler-bytes.js   the same two as modules that carry their bytes: what loadChecker takes by itself
//   packs/ID.js, builtin.js   the built-in packs, compiled, and their sentences: each, and all
//   shops.js, laws.js, files.js   the lists of shops and laws, and the sums by which files are found and checked
//   holidays.js         the public holidays, for the law's card
//   site/               files for the site as they are: engine, plain JavaScript engine, packs/ID.SUM.js, packs/ID.en.SUM.js
//                       of the shops, and the same in laws/ of the packs that govern, all of one country in one file;
//                       packs/ID.LANG.SUM.js and laws/ID.LANG.SUM.js: their sentences in other languages
//   translations.json   by language, the sums of the latter
// SUM is what the bytes that a file carries add up to (sumOf in web/src/engine/carried.ts).
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { holidayTable } from './holiday-table.mjs';
import { inLanguage, translatedLanguages, translationOf } from './translations.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const target = at('web/src/engine/generated');
const site = `${target}/site`;
rmSync(target, { recursive: true, force: true });
for (const folder of [`${site}/packs`, `${site}/laws`, `${target}/packs`]) mkdirSync(folder, { recursive: true });

function sumOf(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
// The commonest bytes of WebAssembly would need two bytes each, or an escape: turned round by this, the engine is 1 % smaller
// on the way. As `mask` in web/src/engine/carried.ts.
const mask = 42;

/** A template literal that holds the bytes, a character each, masked; what a template gives a meaning to is escaped. */
const literal = (bytes) =>
  '`' + Buffer.from(bytes.map((byte) => byte ^ mask)).toString('latin1').replace(/[\\`\r]|\$(?=\{)/g, (letter) => (letter === '\r' ? '\\r' : `\\${letter}`)) + '`';
const generated = (name, code, types) => {
  writeFileSync(`${target}/${name}.js`, code);
  writeFileSync(`${target}/${name}.d.ts`, types);
};

for (const name of ['returnable_engine.wasm', 'returnable_compiler.wasm']) copyFileSync(at(`build/wasm/${name}`), `${target}/${name}`);
const engine = readFileSync(at('build/wasm/returnable_engine.wasm'));
const engineSum = sumOf(engine);
writeFileSync(`${site}/return-checker.engine.${engineSum}.js`, `export default ${literal(engine)};\n`);
const isText = 'declare const text: string;\nexport default text;\n';
generated('engine-bytes', `export { default } from './site/return-checker.engine.${engineSum}.js';\n`, isText);
generated('compiler-bytes', `export default ${literal(readFileSync(at('build/wasm/returnable_compiler.wasm')))};\n`, isText);

// The caller brings the wasm, so the glue need not know its address; left in, bundlers would ship the file twice.
const glue = readFileSync(at('build/wasm/returnable_compiler.js'), 'utf8');
const withoutAddress = glue.replace(/new URL\("[a-z_]+\.wasm",\s*import\.meta\.url\)(\.href|\.toString\(\))/g, '""');
if (withoutAddress.includes('new URL(')) throw new Error('The glue names an address that is not known here.');
generated(
  'returnable_compiler',
  withoutAddress,
  "import type { CompilerFactory } from '../compiler.ts';\ndeclare const factory: CompilerFactory;\nexport default factory;\n",
);

// wasm2js writes a module that runs at once; here it is a function of what the engine imports.
const plain = readFileSync(at('build/wasm/returnable_plain.js'), 'utf8');
const [, body, name] = /^(?:import [^\n]*\n)*([\s\S]*?)\nvar (\w+) = asmFunc\(/.exec(plain) ?? [];
if (!name) throw new Error('wasm2js writes its module in another form than is known here.');
writeFileSync(`${target}/plain-core.js`, `${body}\nexport default asmFunc;\n`);
execFileSync(at('web/node_modules/.bin/rolldown'), [`${target}/plain-core.js`, '--file', `${target}/plain.js`, '--format', 'esm', '--minify']);
rmSync(`${target}/plain-core.js`);
const plainSum = sumOf(readFileSync(`${target}/plain.js`));
copyFileSync(`${target}/plain.js`, `${site}/return-checker.plain.${plainSum}.js`);
rmSync(`${target}/plain.js`);

const sums = { engineSum, plainSum, compilerSum: sumOf(readFileSync(`${target}/returnable_compiler.wasm`)) };
const entries = Object.entries(sums);
generated(
  'files',
  entries.map(([name, sum]) => `export const ${name} = '${sum}';\n`).join(''),
  entries.map(([name]) => `export declare const ${name}: string;\n`).join(''),
);

// Each pack as a module: a page whose policy forbids it to fetch may still import. By id, as the native program has them.
const packs = readdirSync(at('build/wasm/packs'))
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => {
    const id = file.replace('.json', '');
    const archive = readFileSync(at(`build/wasm/packs/${id}.bin`));
    const sentences = readFileSync(at(`build/wasm/packs/${file}`), 'utf8');
    const { info, clauses } = JSON.parse(sentences).at(-1);
    const [sum, sentencesSum] = [sumOf(archive), sumOf(Buffer.from(sentences))];
    return { id, name: info.name, governs: info.governs, read: info.checked_on, review: info.review_after_months, sum, sentencesSum, archive, sentences, size: Object.keys(clauses).length };
  })
  .sort((a, b) => Number(Boolean(a.governs)) - Number(Boolean(b.governs))); // shops first, as the native program has them
const shops = packs.filter(({ governs }) => !governs);
/** The sentences of packs that come in one file, in each language in which any of them is translated. */
const translations = {};
function writeTranslations(place, together) {
  for (const language of translatedLanguages()) {
    const known = together.map(({ id }) => translationOf(id, language));
    if (known.every((one) => one === null)) continue;
    const text = JSON.stringify(together.flatMap(({ sentences }, index) => inLanguage(JSON.parse(sentences), language, known[index] ?? {})));
    const sum = sumOf(Buffer.from(text));
    writeFileSync(`${site}/${place}.${language}.${sum}.js`, `export default ${JSON.stringify(text)};\n`);
    (translations[language] ??= {})[place] = sum;
  }
}
for (const { id, sum, sentencesSum, archive, sentences } of shops) {
  writeFileSync(`${site}/packs/${id}.${sum}.js`, `export default ${literal(archive)};\n`);
  writeFileSync(`${site}/packs/${id}.en.${sentencesSum}.js`, `export default ${JSON.stringify(sentences)};\n`);
  writeTranslations(`packs/${id}`, [{ id, sentences }]);
}
// Laws that govern in the same countries are one file: they are always wanted together, and share most of their bytes.
const groups = new Map();
for (const one of packs.filter(({ governs }) => governs)) {
  const governs = [one.governs].flat().join(' ');
  groups.set(governs, [...(groups.get(governs) ?? []), one]);
}
const laws = [...groups].map(([governs, together]) => {
  const name = governs === 'everywhere' ? governs : together[0].id.replace(/-.*/, '');
  const sentences = JSON.stringify(together.flatMap((one) => JSON.parse(one.sentences)));
  const sum = sumOf(Buffer.concat(together.map(({ archive }) => archive)));
  const sentencesSum = sumOf(Buffer.from(sentences));
  writeFileSync(`${site}/laws/${name}.${sum}.js`, `export default [${together.map(({ archive }) => literal(archive)).join()}];\n`);
  writeFileSync(`${site}/laws/${name}.en.${sentencesSum}.js`, `export default ${JSON.stringify(sentences)};\n`);
  writeTranslations(`laws/${name}`, together);
  const read = together.map(({ read }) => read).sort()[0];
  const review = Math.min(...together.map(({ review }) => review));
  return { id: name, governs, sum, sentencesSum, read, review };
});
writeFileSync(`${target}/translations.json`, JSON.stringify(translations));
if (new Set(laws.map(({ id }) => id)).size < laws.length) throw new Error('Two groups of laws have one name.');
for (const { id, governs, sum, sentencesSum, archive, sentences } of packs) {
  const code = governs
    ? `export default { archive: ${literal(archive)}, sentences: ${JSON.stringify(sentences)} };\n`
    : `import archive from '../site/packs/${id}.${sum}.js';\nimport sentences from '../site/packs/${id}.en.${sentencesSum}.js';\nexport default { archive, sentences };\n`;
  generated(`packs/${id}`, code, 'declare const pack: { archive: string; sentences: string };\nexport default pack;\n');
}
generated(
  'builtin',
  packs.map(({ id }, index) => `import pack${index} from './packs/${id}.js';\n`).join('') +
    `export const builtin = [${packs.map((_, index) => `pack${index}`).join(', ')}];\n`,
  'export declare const builtin: readonly { archive: string; sentences: string }[];\n',
);
// The shop on which the most is written comes first and is the one that is meant where none is named; the others by name.
const [first, ...others] = shops.toSorted((a, b) => b.size - a.size || (a.id < b.id ? -1 : 1));
const listed = [first, ...others.sort((a, b) => (a.name < b.name ? -1 : 1))];
generated(
  'shops',
  `export const shops = ${JSON.stringify(listed.map(({ id, name, sum, review }) => ({ id, name, sum, review })))};\n`,
  'export declare const shops: readonly { readonly id: string; readonly name: string; readonly sum: string; readonly review: number }[];\n',
);
generated(
  'laws',
  `export const laws = ${JSON.stringify(laws)};\n`,
  '/** The files of laws. `governs`: countries, with spaces between them, or "everywhere". `read`: when its sources were read last, the oldest of them; `review`: after how many months they are old. */\n' +
    'export declare const laws: readonly ({ readonly [key in "id" | "governs" | "sum" | "sentencesSum" | "read"]: string } & { readonly review: number })[];\n',
);
generated(
  'sentences',
  `export const sentenceSums = ${JSON.stringify(Object.fromEntries(shops.map(({ id, sentencesSum }) => [id, sentencesSum])))};\n`,
  'export declare const sentenceSums: Readonly<Record<string, string>>;\n',
);
// Holidays matter where a law lets a last day roll or counts working days.
const lawTexts = readdirSync(at('core/laws')).filter((file) => file.endsWith('.json')).map((file) => readFileSync(at(`core/laws/${file}`), 'utf8'));
const counting = lawTexts.filter((text) => /"roll": "following"|"business_days"/.test(text)).flatMap((text) => JSON.parse(text).governs);
const calendar = JSON.parse(readFileSync(at('core/calendars/public_holidays.json'), 'utf8'));
calendar.countries = Object.fromEntries(Object.entries(calendar.countries).filter(([country]) => counting.includes(country)));
generated(
  'holidays',
  `export const holidays = ${JSON.stringify(holidayTable(calendar))};\n`,
  'export declare const holidays: {\n' +
    '  readonly from: string;\n  readonly to: string;\n  readonly easter: readonly number[];\n' +
    '  readonly countries: Readonly<Record<string, string>>;\n};\n',
);
