// Builds the site: the widget with its language files, the pages, and beside them the files that scripts/generate.mjs made
// (engine, packs, laws). Prints what weighs what, and fails where the widget is over its limit. Tests give it another folder
// (--site), version (--version) and list of released versions (--released, with the folder archive beside it).
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, loadConfigFromFile } from 'vite';
import { generateSW } from 'workbox-build';
import { writeEmbeds } from './embeds.mjs';
import { licencesPage, noteLicences } from './licences.mjs';
import { integrityOf, putReleases } from './releases.mjs';
import { flush, lighter, nested } from './lighter.mjs';
import { ascii, classic, writeWidget } from './widget-files.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const { values: options } = parseArgs({
  options: { site: { type: 'string' }, version: { type: 'string' }, released: { type: 'string' } },
});
const target = options.site ?? at('../build/site');
/** Beside it until all is there: what was built before stands until then, whatever happens. */
const site = `${target}.part`;
const own = JSON.parse(readFileSync(at('package.json'), 'utf8'));
/** Brotli, what the host's page fetches whether or not a reader comes near, in any language. */
const entryLimit = 3 * 1024;
/** Brotli, all that a reader fetches up to the first dated answer: the element, the engine and one shop. */
const limit = 82 * 1024;
const page = (await loadConfigFromFile({ command: 'build', mode: 'production' }, at('vite.config.ts')))
  .config;

const beside = at('src/engine/generated/site');
/** In the site's script these stand in the place of the modules that import what they need (src/widget/classic). */
const classicOf =
  /\/src\/(?:(?:engine|view)\/(carried|under-way)|widget\/(base-styles|home|host-attributes|near|open-law|own-pack|words))\.ts$/;
const replaced = {
  name: 'returnable-classic',
  enforce: 'pre',
  async resolveId(name, importer, options) {
    if (
      !importer ||
      !name.startsWith('.') ||
      /\/widget\/(classic\/|facade|loader|file-loader)/.test(importer)
    )
      return undefined;
    const found = await this.resolve(name, importer, { ...options, skipSelf: true });
    const [, other, widget] = classicOf.exec(found?.id ?? '') ?? [];
    return other || widget ? at(`src/widget/classic/${other ?? widget}.ts`) : undefined;
  },
  // The loader has made the one policy that a host is asked to allow: Lit takes that.
  transform(code, id) {
    if (!/\/lit-html\.js$/.test(id.replace(/\?.*/, ''))) return undefined;
    const policy = /[\w$]+\?[\w$]+\.createPolicy\("lit-html",\{createHTML:[\w$]+=>[\w$]+\}\):void 0/;
    if (!policy.test(code)) throw new Error('Lit makes its policy in another form than is known here.');
    const given =
      '(document.currentScript.given.trusted().createHTML?document.currentScript.given.trusted():void 0)';
    return { code: code.replace(policy, given), map: null };
  },
};

const inPack = {
  entryFileNames: 'pack/[name]-[hash].js',
  chunkFileNames: 'pack/[name]-[hash].js',
  assetFileNames: 'pack/[name]-[hash][extname]',
};

/** One entry to one file. */
async function module(entry, name, { define = {}, treeshake = true } = {}) {
  await build({
    configFile: false,
    logLevel: 'warn',
    root: at('.'),
    plugins: [...page.plugins, lighter, flush, replaced, noteLicences],
    // A classic script has no address of its own; the glue of the pack compiler asks for one and does without.
    define: { ...page.define, 'import.meta.url': '""', ...define },
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
        treeshake,
        output: { entryFileNames: name },
      },
    },
  });
}

/** The frame's own script: a frame without an origin of its own can load a module only where a CORS header is sent. */
async function embedScript() {
  await module('src/embed/embed.ts', 'embed/embed.js');
  const path = `${site}/embed/embed.js`;
  writeFileSync(path, ascii(classic(readFileSync(path, 'utf8'))));
}

function brotli(bytes) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 };
  return brotliCompressSync(bytes, { params }).length;
}

rmSync(site, { recursive: true, force: true });
mkdirSync(site, { recursive: true });

const { element, facades, languages, names, others, shops, words } = await writeWidget({
  root: at('.'),
  site,
  beside,
  bundle: module,
});
await embedScript();

const widget = readFileSync(`${site}/return-checker.js`);
const { version = own.version } = options;
const integrity = integrityOf(`${site}/return-checker.js`);
cpSync(beside, site, { recursive: true });
const files = readdirSync(beside, { recursive: true }).filter((name) => name.endsWith('.js'));
const weights = new Map(files.map((name) => [name, brotli(readFileSync(`${beside}/${name}`))]));
const weightOf = (pattern) => Math.max(...files.map((name) => (pattern.test(name) ? weights.get(name) : 0)));
const parts = [
  ['return-checker.js, until a reader comes near', brotli(widget)],
  ['element, words, Lit', brotli(readFileSync(`${site}/widget/${element}.js`))],
  ['engine', weightOf(/\.engine\./)],
  ['rules of the largest shop', weightOf(/^packs.[^.]+\.\w{8}\.js$/)],
];
/** The entry, the list of languages, and of these the one whose facade weighs most. */
const weightOfFile = (name) => brotli(readFileSync(`${site}/widget/${name}.js`));
const beforeNear = brotli(widget) + weightOfFile(languages) + Math.max(...facades.map(weightOfFile));
const bytes = parts.reduce((sum, [, more]) => sum + more, 0);
const made = { version, integrity, bytes };
await build({
  ...page,
  plugins: [...page.plugins, flush, nested, noteLicences],
  configFile: false,
  logLevel: 'warn',
  define: { ...page.define, __WIDGET__: JSON.stringify(made) },
  build: { ...page.build, outDir: site },
});
// The page for who writes a policy is a build of its own: nothing that a reader loads changes with it, and its files stay
// out of what the service worker stores.
await build({
  ...page,
  plugins: [...page.plugins, noteLicences],
  configFile: false,
  logLevel: 'warn',
  worker: { format: 'es', plugins: () => [noteLicences], rolldownOptions: { output: inPack } },
  build: {
    ...page.build,
    outDir: site,
    copyPublicDir: false,
    assetsDir: 'pack',
    chunkSizeWarningLimit: 2000,
    rolldownOptions: { input: at('pack/index.html'), output: inPack },
  },
});
mkdirSync(`${site}/v/${version}`, { recursive: true });
for (const name of names) cpSync(`${site}/${name}`, `${site}/v/${version}/${name}`);
const releases = options.released ?? at('released.json');
const wrong = putReleases({
  site,
  version,
  archive: fileURLToPath(new URL('archive', pathToFileURL(releases))),
  released: JSON.parse(readFileSync(releases, 'utf8')),
});
for (const sentence of wrong) console.error(sentence);
if (wrong.length > 0) process.exitCode = 1;
// Where its $id says: editors complete packs by it. The service worker does not store it.
cpSync(at('../core/packs/pack.schema.json'), `${site}/schema/pack.schema.json`);
writeEmbeds({ site, home: page.define.__SITE_URL__.slice(1, -1), shops, words });

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
rmSync(target, { recursive: true, force: true });
renameSync(site, target);

for (const [what, weight] of [
  ...parts,
  ['all of these: up to the first dated answer', bytes],
  ['before a reader comes near, in the language that weighs most', beforeNear],
  ['sentences of the largest shop', weightOf(/^packs.*\.en\./)],
  ['plain JavaScript engine', weightOf(/\.plain\./)],
])
  console.log(`${(weight / 1024).toFixed(1).padStart(8)} KB brotli  ${what}`);
if (Math.max(brotli(widget), beforeNear) > entryLimit) {
  console.error(
    `Before a reader comes near, ${brotli(widget)} bytes brotli are fetched, ${beforeNear} in another language.`,
  );
  process.exitCode = 1;
}
if (bytes > limit) {
  console.error(
    `The widget has ${bytes} bytes brotli up to its first dated answer; at most ${limit} are allowed.`,
  );
  process.exitCode = 1;
}
