// Builds the site: the core as plain JavaScript, the widget with its language files, and the pages. Prints what weighs
// what, and fails where the widget is over its limit.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const site = at('../build/site');
const limit = 60 * 1024;
const page = (await loadConfigFromFile({ command: 'build', mode: 'production' }, at('vite.config.ts')))
  .config;

// Bytes go in after the minifier, which would write many of them as escapes: as they are, each is one character, and
// only what a template gives a meaning to is escaped.
const carried = { wasm: at('../build/wasm/returnable_lean.wasm'), packs: at('../build/wasm/packs.bin') };
const lighter = {
  name: 'returnable-lighter',
  enforce: 'pre',
  load(id) {
    if (id.endsWith('/widget/generated/lean.js'))
      return readFileSync(id, 'utf8').replace(
        /export const (wasm|packs) = .*/g,
        "export const $1 = '@@$1@@';",
      );
    if (!id.endsWith('/dictionary/facts.json')) return undefined;
    // Of the dictionary the widget reads kinds, values and limits; whether a country is one, the engine knows.
    const facts = JSON.parse(readFileSync(id, 'utf8')).facts.map(
      ({ id, kind, values, least, most, may_be_future }) => ({
        id,
        kind,
        values: id === 'country' ? undefined : values,
        least,
        most,
        may_be_future,
      }),
    );
    return { code: `export default ${JSON.stringify({ facts })};`, moduleType: 'js' };
  },
  // The indents inside templates are for people.
  transform: (code, id) =>
    id.includes('/src/widget/') ? { code: code.replace(/\n\s+/g, '\n'), map: null } : undefined,
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle)) {
      file.code = file.code?.replace(/[`'"]@@(wasm|packs)@@[`'"]/g, (_, what) => {
        const text = readFileSync(carried[what]).toString('latin1');
        return (
          '`' + text.replace(/[\\`\r]|\$(?=\{)/g, (letter) => (letter === '\r' ? '\\r' : `\\${letter}`)) + '`'
        );
      });
    }
  },
};

/** One entry to one file. */
async function module(entry, name, define = {}, banner = '') {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: at('.'),
    plugins: [...page.plugins, lighter],
    define: { ...page.define, ...define },
    build: {
      outDir: site,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: at('.') + entry,
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: name, banner },
      },
    },
  });
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).length;
}

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });

await module('src/plain/plain-checker.ts', 'plain.js');
const hash = createHash('sha256')
  .update(readFileSync(`${site}/plain.js`))
  .digest('hex')
  .slice(0, 8);
const plain = `return-checker.plain.${hash}.js`;
renameSync(`${site}/plain.js`, `${site}/${plain}`);
const define = { __PLAIN_FILE__: JSON.stringify(plain) };

// Where there is no DOM the module must load and do nothing, and Lit asks for these two at once.
const noDom = 'const { HTMLElement = class {}, document = { createTreeWalker() {} } } = globalThis;';
await module('src/widget/define.ts', 'return-checker.js', define, noDom);
await module('messages/fr.json?widget', 'return-checker.fr.js');

await build({ ...page, configFile: false, logLevel: 'warn', define: { ...page.define, ...define } });

const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
mkdirSync(`${site}/v/${version}`, { recursive: true });
for (const name of ['return-checker.js', 'return-checker.fr.js', plain])
  cpSync(`${site}/${name}`, `${site}/v/${version}/${name}`);

const widget = readFileSync(`${site}/return-checker.js`);
const lean = at('../build/wasm');
const parts = [
  ['engine (wasm)', brotli(readFileSync(`${lean}/returnable_lean.wasm`))],
  ['packs', brotli(readFileSync(`${lean}/packs.bin`))],
];
const size = brotli(widget);
parts.push(['element, words, Lit', size - parts[0][1] - parts[1][1]]);
for (const [what, bytes] of [
  ...parts,
  ['return-checker.js in all', size],
  [plain, brotli(readFileSync(`${site}/${plain}`))],
]) {
  console.log(`${String((bytes / 1024).toFixed(1)).padStart(8)} KB brotli  ${what}`);
}
writeFileSync(`${site}/sizes.json`, `${JSON.stringify({ widget: size })}\n`);
if (size > limit) {
  console.error(`return-checker.js has ${size} bytes brotli; at most ${limit} are allowed.`);
  process.exitCode = 1;
}
