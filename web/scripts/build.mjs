// Builds the site: the widget with its language files, the pages, and beside them the files that scripts/generate.mjs made
// (engine, packs, laws). Prints what weighs what, and fails where the widget is over its limit.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { generateSW } from 'workbox-build';
import { licencesPage, noteLicences } from './licences.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const site = at('../build/site');
/** Brotli, what the host's page fetches whether or not a reader comes near. */
const entryLimit = 3 * 1024;
/** Brotli, all that a reader fetches up to the first dated answer: the element, the engine and one shop. */
const limit = 82 * 1024;
const page = (await loadConfigFromFile({ command: 'build', mode: 'production' }, at('vite.config.ts')))
  .config;

const beside = at('src/engine/generated/site');
const lighter = {
  name: 'returnable-lighter',
  enforce: 'pre',
  load(id) {
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
};
/** The indents inside templates are for people. */
const flush = {
  name: 'returnable-flush',
  enforce: 'pre',
  transform: (code, id) =>
    /\/src\/(widget|page|ui|snippet)\//.test(id)
      ? { code: code.replace(/\n\s+/g, '\n'), map: null }
      : undefined,
};

/** One entry to one file. */
async function module(entry, name, { define = {}, banner = '' } = {}) {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: at('.'),
    plugins: [...page.plugins, lighter, flush, noteLicences],
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

const hash = (path) => createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 8);

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).length;
}

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });

// Where there is no DOM the module must load and do nothing, and Lit asks for these two at once.
const noDom = 'const { HTMLElement = class {}, document = { createTreeWalker() {} } } = globalThis;';
await module('src/widget/define.ts', 'element.js', { banner: noDom });
const element = `return-checker.element.${hash(`${site}/element.js`)}.js`;
renameSync(`${site}/element.js`, `${site}/${element}`);
await module('src/widget/loader.ts', 'return-checker.js', {
  define: { __ELEMENT_FILE__: JSON.stringify(element) },
});
/** Every file of messages is a language; English is inside the element. */
const languages = readdirSync(at('messages')).flatMap((name) => /^(.+)\.json$/.exec(name)?.[1] ?? []);
const others = languages.filter((tag) => tag !== 'en');
for (const tag of others) await module(`messages/${tag}.json?widget`, `return-checker.${tag}.js`);
writeFileSync(`${site}/return-checker.languages.js`, `export default ${JSON.stringify(languages)};\n`);
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
cpSync(beside, site, { recursive: true });
const files = readdirSync(beside, { recursive: true }).filter((name) => name.endsWith('.js'));
const weights = new Map(files.map((name) => [name, brotli(readFileSync(`${beside}/${name}`))]));
const weightOf = (pattern) => Math.max(...files.map((name) => (pattern.test(name) ? weights.get(name) : 0)));
const parts = [
  ['return-checker.js, until a reader comes near', brotli(widget)],
  ['element, words, Lit', brotli(readFileSync(`${site}/${element}`))],
  ['engine', weightOf(/\.engine\./)],
  ['rules of the largest shop', weightOf(/^packs.[^.]+\.\w{8}\.js$/)],
];
const bytes = parts.reduce((sum, [, more]) => sum + more, 0);
const made = { version, integrity, bytes };
await build({
  ...page,
  plugins: [...page.plugins, flush, noteLicences],
  configFile: false,
  logLevel: 'warn',
  define: { ...page.define, __WIDGET__: JSON.stringify(made) },
});
mkdirSync(`${site}/v/${version}`, { recursive: true });
cpSync(beside, `${site}/v/${version}`, { recursive: true });
for (const name of [
  'return-checker.js',
  element,
  ...['languages', ...others].map((name) => `return-checker.${name}.js`),
])
  cpSync(`${site}/${name}`, `${site}/v/${version}/${name}`);
writeOembed();

const { warnings } = await generateSW({
  globDirectory: site,
  globPatterns: [
    'index.html',
    'assets/**',
    'icon.svg',
    'manifest.webmanifest',
    '*.engine.*.js',
    'packs/*',
    'laws/*',
  ],
  // Nobody keeps a language that nobody asked for: src/page/keep-words.ts.
  globIgnores: ['assets/words-*', 'assets/languages-*', ...others.map((tag) => `{packs,laws}/*.${tag}.*`)],
  dontCacheBustURLsMatching: /\.[0-9a-f]{8}\.js$/,
  swDest: `${site}/sw.js`,
  cacheId: 'returnable',
  inlineWorkboxRuntime: true,
  mode: 'production',
  sourcemap: false,
  clientsClaim: true,
  skipWaiting: false, // an update waits until the shopper asks for it
  cleanupOutdatedCaches: true,
  ignoreURLParametersMatching: [/.*/],
  runtimeCaching: [
    { urlPattern: /return-checker\.plain\./, handler: 'CacheFirst' },
    {
      urlPattern: /\/(assets\/(words|languages)-|(packs|laws)\/[\w-]+\.(?!en\.)[A-Za-z-]+\.\w{8}\.js)/,
      handler: 'CacheFirst',
      options: { cacheName: 'returnable-words' },
    },
  ],
});
for (const warning of warnings) console.warn(warning);
const worker = ['core', 'precaching', 'routing', 'strategies'].map((part) => `workbox-${part}`);
writeFileSync(`${site}/licences.html`, licencesPage(worker));

for (const [what, weight] of [
  ...parts,
  ['all of these: up to the first dated answer', bytes],
  ['sentences of the largest shop', weightOf(/^packs.*\.en\./)],
  ['plain JavaScript engine', weightOf(/\.plain\./)],
])
  console.log(`${(weight / 1024).toFixed(1).padStart(8)} KB brotli  ${what}`);
if (brotli(widget) > entryLimit) {
  console.error(`return-checker.js has ${brotli(widget)} bytes brotli; at most ${entryLimit} are allowed.`);
  process.exitCode = 1;
}
if (bytes > limit) {
  console.error(
    `The widget has ${bytes} bytes brotli up to its first dated answer; at most ${limit} are allowed.`,
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
