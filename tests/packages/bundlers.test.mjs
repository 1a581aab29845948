// Apps that use the installed package, built by four bundlers without any settings for it, answer in Chromium under a policy that
// allows no fetch. Needs build/package, and the packages of tests/packages (scripts/setup packages).
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { startChromium } from '../browser/open-page.mjs';
import { install, readmeBlocks, root } from './installed.mjs';

const ours = createRequire(import.meta.url);
const ofWeb = createRequire(join(root, 'web/package.json'));
const beside = (name) => fileURLToPath(new URL(`node_modules/${name}`, import.meta.url));
const app = install(Object.fromEntries(['react', 'react-dom', 'scheduler', 'vue', '@vue'].map((name) => [name, beside(name)])));
after(() => app.remove());

// Says when the element answers, in which language, and where its links lead.
const watch = `const look = setInterval(() => {
  const root = document.querySelector('return-checker').shadowRoot;
  if (!root?.querySelector('.answer .lead')?.textContent.trim()) return;
  clearInterval(look);
  document.querySelector('#element').textContent = 'answers in ' + root.querySelector('.box').lang;
  document.querySelector('#links').textContent = ['full', 'wrong'].map((part) => root.querySelector(\`a[part=\${part}]\`)?.href ?? 'none').join(' ');
}, 100);
`;
const entries = {
  // The function, the element beside it, and a language that is loaded when it is wanted.
  app: `import { loadChecker } from 'returnable';
import 'returnable/define';
document.body.insertAdjacentHTML('beforeend', '<return-checker marketplace="temu" lang="fr" loading="eager">…</return-checker>');
${watch}
const checker = await loadChecker();
const verdict = checker.check({ as_of: '2026-05-10', facts: { marketplace: 'aliexpress', reason: 'damaged', received_on: '2026-05-04' } });
document.querySelector('#answer').textContent = verdict.items[0].status;
`,
  inline: `import 'returnable/inline';
document.body.insertAdjacentHTML('beforeend', '<return-checker marketplace="temu" lang="fr" loading="eager">…</return-checker>');
${watch}
`,
  // A pack of the host's own.
  own: `import 'returnable/define';
document.body.insertAdjacentHTML('beforeend', '<return-checker packs="/esbuild-own/my-shop.json">…</return-checker>');
document.addEventListener('ready', ({ detail }) => (document.querySelector('#answer').textContent = detail.marketplace));
${watch}
`,
  // One shop, no compiler: what is not asked for is not in the bundle.
  small: `import { loadChecker } from 'returnable';
import aliexpress from 'returnable/packs/aliexpress';
const checker = await loadChecker({ packs: [aliexpress], compiler: false });
document.querySelector('#answer').textContent = checker.check({ as_of: '2026-05-10', facts: { marketplace: 'aliexpress', reason: 'damaged', received_on: '2026-05-04' } }).items[0].status;
`,
};
for (const [name, code] of Object.entries(entries)) app.write(`${name}.js`, code);

/** The installed package, for rollup, which by itself resolves none: as Node resolves an import. */
const fromNodeModules = {
  name: 'node-modules',
  resolveId(name) {
    if (!name.startsWith('returnable')) return null;
    const code = `console.log(import.meta.resolve(${JSON.stringify(name)}))`;
    return fileURLToPath(execFileSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: app.folder, encoding: 'utf8' }).trim());
  },
};
const bundlers = {
  async esbuild(entry, outdir) {
    await ours('esbuild').build({ entryPoints: [entry], outdir, entryNames: 'main', bundle: true, splitting: true, minify: true, format: 'esm', target: 'es2022', jsx: 'automatic', logLevel: 'error' });
  },
  async rollup(entry, dir) {
    const { rollup } = await import(ofWeb.resolve('rollup'));
    const onwarn = ({ message }) => assert.fail(message);
    const build = await rollup({ input: entry, plugins: [fromNodeModules], onwarn });
    await build.write({ dir, format: 'esm', entryFileNames: 'main.js' });
    await build.close();
  },
  async vite(entry, outDir, plugins = []) {
    const { build } = await import(ofWeb.resolve('vite'));
    await build({ root: app.folder, configFile: false, logLevel: 'error', plugins, build: { outDir, assetsDir: '', target: 'es2022', rolldownOptions: { input: entry, output: { entryFileNames: 'main.js' } } }, base: './' });
  },
  async webpack(entry, path) {
    const webpack = ours('webpack');
    const stats = await new Promise((resolve, reject) => {
      const settings = { mode: 'production', context: app.folder, entry, experiments: { outputModule: true }, performance: false, output: { path, filename: 'main.js', module: true, chunkFormat: 'module' } };
      webpack(settings, (error, result) => (error ? reject(error) : resolve(result)));
    });
    assert.deepEqual([...stats.compilation.errors, ...stats.compilation.warnings].map(String), []);
  },
};

const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
/** Where the element is to fetch a pack of the host's own. */
const fetching = ['esbuild-own'];
const types = { '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json' };
const asked = [];
const server = createServer((request, response) => {
  const [, folder, file] = request.url.split('/');
  asked.push(request.url);
  if (file) return response.writeHead(200, { 'content-type': types[extname(file)] }).end(readFileSync(join(app.folder, folder, file)));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy + (fetching.includes(folder) ? "; connect-src 'self'" : '') });
  response.end(`<!doctype html><html lang="en"><title>App</title><link rel="icon" href="data:,"><body><main id="app"></main><p id="answer"></p><p id="element"></p><p id="links"></p><script type="module" src="/${folder}/main.js"></script></body></html>`);
});
await new Promise((done) => server.listen(0, '127.0.0.1', done));
const browser = await startChromium();
after(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

/** Opens what was built into the folder, does `first`, and waits for `wanted`: { selector: text }. Gives the weight of the scripts that were loaded. */
async function shows(folder, wanted, first = () => {}) {
  asked.length = 0;
  const page = await browser.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && !/favicon|data:,/.test(message.text()) && faults.push(message.text()));
  await page.goto(`http://127.0.0.1:${server.address().port}/${folder}`);
  await first(page);
  const read = () => page.evaluate((names) => Object.fromEntries(names.map((name) => [name, document.querySelector(name)?.textContent])), Object.keys(wanted));
  let seen;
  for (let tries = 0; tries < 60; tries += 1) {
    seen = await read();
    if (JSON.stringify(seen) === JSON.stringify(wanted)) break;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  await page.close();
  assert.deepEqual({ seen, faults }, { seen: wanted, faults: [] });
  return asked.filter((url) => url.endsWith('.js')).reduce((sum, url) => sum + readFileSync(join(app.folder, url)).length, 0);
}
async function buildWith(bundler, name, ...more) {
  const folder = `${bundler}-${name}`.replace(/\.\w+$/, '');
  mkdirSync(join(app.folder, folder), { recursive: true });
  await bundlers[bundler](join(app.folder, /\.\w+$/.test(name) ? name : `${name}.js`), join(app.folder, folder), ...more);
  return folder;
}

for (const bundler of Object.keys(bundlers)) {
  test(`${bundler}: the function and the element answer`, async () => {
    await shows(await buildWith(bundler, 'app'), { '#answer': 'allowed', '#element': 'answers in fr', '#links': 'none none' });
  });
  test(`${bundler}: the element in one file answers`, async () => {
    const folder = await buildWith(bundler, 'inline');
    await shows(folder, { '#element': 'answers in fr' });
    assert.deepEqual(readdirSync(join(app.folder, folder)).filter((name) => name.endsWith('.js')), ['main.js']);
  });
  test(`${bundler}: of one shop without the compiler, nothing else is loaded`, async () => {
    const bytes = await shows(await buildWith(bundler, 'small'), { '#answer': 'allowed' });
    assert.ok(bytes < 400_000, `${bytes} bytes`); // esbuild writes bytes as escapes; all packs with the compiler are over a million
  });
}

test('esbuild: the element answers by a pack of the host’s own, which it compiles', async () => {
  const folder = await buildWith('esbuild', 'own');
  const [, pack] = /^```json\n([^]*?)^```$/m.exec(readFileSync(join(root, 'core/packs/README.md'), 'utf8'));
  app.write(`${folder}/my-shop.json`, pack);
  await shows(folder, { '#answer': JSON.parse(pack).id, '#element': 'answers in en' });
});

/** The first answer of a reader: the item came damaged. */
async function tellReason(page) {
  const tile = await page.waitForSelector('>>> [data-do=damaged]');
  await tile.evaluate((node) => node.click());
}

test('the README’s React example, by esbuild, answers', async () => {
  const [code] = readmeBlocks('tsx');
  app.write('react.tsx', `${code}\nimport { createRoot } from 'react-dom/client';\ncreateRoot(document.querySelector('#app')!).render(<Returns />);\n`);
  const folder = await buildWith('esbuild', 'react.tsx');
  await shows(folder, { '#status': 'conditional' }, tellReason);
});

test('the README’s Vue example, by Vite, answers', async () => {
  const { parse, compileScript } = ours('vue/compiler-sfc');
  const [code] = readmeBlocks('vue');
  app.write('Returns.vue', code);
  app.write('vue.js', "import { createApp } from 'vue';\nimport Returns from './Returns.vue';\ncreateApp(Returns).mount('#app');\n");
  const sfc = {
    name: 'sfc',
    transform(text, id) {
      if (!id.endsWith('.vue')) return undefined;
      const { descriptor, errors } = parse(text);
      assert.deepEqual(errors, []);
      const compilerOptions = { isCustomElement: (tag) => tag === 'return-checker' };
      return { code: compileScript(descriptor, { id: 'returns', inlineTemplate: true, templateOptions: { compilerOptions } }).content, map: null };
    },
  };
  await shows(await buildWith('vite', 'vue', [sfc]), { '#status': 'conditional' }, tellReason);
});

test('built for a page and a repository, the element links to both', async () => {
  const folder = join(app.folder, 'for-a-site');
  const env = { ...process.env, SITE_URL: 'https://returns.example/', REPOSITORY_URL: 'https://code.example/returnable' };
  execFileSync(process.execPath, [join(root, 'web/scripts/package.mjs'), folder], { env });
  assert.equal(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).repository.url, 'git+https://code.example/returnable.git');
  const other = install({}, folder);
  try {
    const entry = other.write('app.js', entries.inline);
    mkdirSync(join(app.folder, 'linked'));
    await bundlers.esbuild(entry, join(app.folder, 'linked'));
    const links = {};
    await shows('linked', { '#element': 'answers in fr' }, async (page) => {
      await page.waitForFunction(() => document.querySelector('#links').textContent);
      [links.full, links.wrong] = (await page.$eval('#links', (node) => node.textContent)).split(' ').map((href) => new URL(href));
    });
    assert.match(links.full.href, /^https:\/\/returns\.example\/#marketplace=temu/);
    assert.equal(links.wrong.origin + links.wrong.pathname, 'https://code.example/returnable/issues/new');
    assert.match(links.wrong.searchParams.get('case'), /^https:\/\/returns\.example\/#.*marketplace=temu/);
    assert.equal(links.wrong.searchParams.get('shop'), 'Temu');
    assert.ok(links.wrong.searchParams.get('said').length > 10);
  } finally {
    other.remove();
  }
});
