// Builds the site: the core as plain JavaScript, the widget with its language files, and the pages. Prints what weighs
// what, and fails where the widget is over its limit.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { generateSW } from 'workbox-build';
import { licencesPage, noteLicences } from './licences.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const site = at('../build/site');
/** Brotli, all that a reader fetches up to the first dated answer: the element, the engine and one shop. */
const limit = 65 * 1024;
const page = (await loadConfigFromFile({ command: 'build', mode: 'production' }, at('vite.config.ts')))
  .config;

// Bytes go in after the minifier, which would write many of them as escapes: as they are, each is one character, and
// only what a template gives a meaning to is escaped.
const carried = { wasm: at('../build/wasm/returnable_lean.wasm') };
const packs = at('src/engine/generated/packs');
const lighter = {
  name: 'returnable-lighter',
  enforce: 'pre',
  load(id) {
    if (id.endsWith('/engine/generated/lean.js'))
      return readFileSync(id, 'utf8').replace(/export const (wasm) = .*/g, "export const $1 = '@@$1@@';");
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
      file.code = file.code?.replace(/[`'"]@@(wasm)@@[`'"]/g, (_, what) => {
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
    plugins: [...page.plugins, lighter, noteLicences],
    define: { ...page.define, ...define },
    build: {
      outDir: site,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'es2022',
      modulePreload: false,
      chunkSizeWarningLimit: 2000,
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

await module('src/engine/js-fallback.ts', 'plain.js');
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
await module('src/embed/embed.ts', 'embed/embed.js');

const widget = readFileSync(`${site}/return-checker.js`);
const { version } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const integrity = `sha384-${createHash('sha384').update(widget).digest('base64')}`;
const released = JSON.parse(readFileSync(at('released.json'), 'utf8'));
if (released[version] && released[version] !== integrity) {
  console.error(
    `Version ${version} is released and its widget may never change. Give this one a new version.`,
  );
  process.exitCode = 1;
}
const made = { version, integrity, bytes: brotli(widget) };
await build({
  ...page,
  plugins: [...page.plugins, noteLicences],
  configFile: false,
  logLevel: 'warn',
  define: { ...page.define, ...define, __WIDGET__: JSON.stringify(made) },
});
mkdirSync(`${site}/v/${version}`, { recursive: true });
cpSync(packs, `${site}/packs`, { recursive: true });
for (const name of ['return-checker.js', 'return-checker.fr.js', plain, 'packs'])
  cpSync(`${site}/${name}`, `${site}/v/${version}/${name}`, { recursive: true });
writeOembed();

const { warnings } = await generateSW({
  globDirectory: site,
  globPatterns: ['index.html', 'assets/**', 'icon.svg', 'manifest.webmanifest'],
  swDest: `${site}/sw.js`,
  cacheId: 'returnable',
  inlineWorkboxRuntime: true,
  mode: 'production',
  sourcemap: false,
  clientsClaim: true,
  skipWaiting: false, // an update waits until the shopper asks for it
  cleanupOutdatedCaches: true,
  ignoreURLParametersMatching: [/.*/],
  runtimeCaching: [{ urlPattern: /return-checker\.plain\./, handler: 'CacheFirst' }],
});
for (const warning of warnings) console.warn(warning);
const worker = ['core', 'precaching', 'routing', 'strategies'].map((part) => `workbox-${part}`);
writeFileSync(`${site}/licences.html`, licencesPage(worker));

const engine = brotli(readFileSync(carried.wasm));
const shops = readdirSync(packs).map((name) => ({ name, bytes: brotli(readFileSync(`${packs}/${name}`)) }));
const largest = Math.max(...shops.map(({ bytes }) => bytes));
for (const [what, bytes] of [
  ['engine (wasm)', engine],
  ['element, words, Lit', made.bytes - engine],
  ['return-checker.js in all', made.bytes],
  ...shops.map(({ name, bytes }) => [`packs/${name}`, bytes]),
  ['up to an answer in the largest shop', made.bytes + largest],
  [plain, brotli(readFileSync(`${site}/${plain}`))],
])
  console.log(`${(bytes / 1024).toFixed(1).padStart(8)} KB brotli  ${what}`);
if (made.bytes + largest > limit) {
  console.error(
    `Up to its first dated answer the widget has ${made.bytes + largest} bytes brotli; at most ${limit} are allowed.`,
  );
  process.exitCode = 1;
}

/** What WordPress asks for when an author pastes the bare address: static files, named in the page's head. */
function writeOembed() {
  const home = page.define.__SITE_URL__.slice(1, -1);
  const title = 'Can I send it back?';
  const html =
    `<blockquote class="wp-embedded-content"><a href="${home}">${title}</a></blockquote>` +
    `<iframe class="wp-embedded-content" sandbox="allow-scripts" src="${home}embed/" title="${title}" width="600" height="800"></iframe>`;
  const answer = {
    version: '1.0',
    type: 'rich',
    provider_name: 'Returnable',
    provider_url: home,
    title,
    width: 600,
    height: 800,
    html,
  };
  writeFileSync(`${site}/embed/oembed.json`, JSON.stringify(answer));
  const escape = (value) => String(value).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const fields = Object.entries(answer).map(([name, value]) => `<${name}>${escape(value)}</${name}>`);
  writeFileSync(
    `${site}/embed/oembed.xml`,
    `<?xml version="1.0" encoding="utf-8"?>\n<oembed>${fields.join('')}</oembed>\n`,
  );
  const links = ['json', 'xml'].map(
    (kind) =>
      `<link rel="alternate" type="${kind === 'json' ? 'application/json' : 'text/xml'}+oembed" title="${title}" href="${home}embed/oembed.${kind}" />`,
  );
  for (const name of ['index.html', 'embed/index.html']) {
    const path = `${site}/${name}`;
    writeFileSync(path, readFileSync(path, 'utf8').replace('</head>', `${links.join('')}</head>`));
  }
}
