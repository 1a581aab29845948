// Builds the npm package `returnable` into build/package: modules, types, custom-elements.json, README, licences. It is never
// published from here. SITE_URL, where it is set, is the full page to which the element links; REPOSITORY_URL the repository.
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import ts from 'typescript';
import { loadConfigFromFile } from 'vite';
import { licencesText, noteLicences } from './licences.mjs';

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const target = process.argv[2] ?? at('../build/package');
const text = (path) => readFileSync(at(path), 'utf8');
const own = JSON.parse(text('package.json'));
const { config } = await loadConfigFromFile({ command: 'build', mode: 'production' }, at('vite.config.ts'));
const messages = config.plugins.find(({ name }) => name === 'returnable-messages');
const element = JSON.parse(text('src/package/element.json'));
const packs = readdirSync(at('src/engine/generated/packs'))
  .filter((name) => name.endsWith('.js'))
  .map((name) => name.replace('.js', ''))
  .sort();

/** Modules of the site in whose place the package has others. */
const replaced = {
  'engine/carried.ts': 'carried.ts',
  'widget/home.ts': 'home.ts',
  'widget/words.ts': 'words.ts',
};

const packageFiles = {
  name: 'returnable-package',
  async resolveId(name, importer) {
    if (name === 'returnable:files' || name.startsWith('returnable:pack/')) return `\0${name}`;
    const [, file, query] = /^([^?]*\.json)(\?\w+)$/.exec(name) ?? [];
    if (file)
      return (file.startsWith('/') ? file : fileURLToPath(new URL(file, `file://${importer}`))) + query;
    const found =
      importer && name.startsWith('.') ? await this.resolve(name, importer, { skipSelf: true }) : null;
    const inPlace = found && Object.entries(replaced).find(([path]) => found.id === at(`src/${path}`))?.[1];
    return inPlace && importer !== at(`src/package/${inPlace}`) ? at(`src/package/${inPlace}`) : found;
  },
  load(id) {
    if (id === '\0returnable:files') {
      // Sentences are for the page alone.
      const site = at('src/engine/generated/site');
      const names = readdirSync(site, { recursive: true }).filter((name) =>
        /^[^.]+(\.(engine|plain))?\.\w{8}\.js$/.test(name),
      );
      if (names.length < 8) throw new Error('The files of the site are not there.');
      const lines = names.map(
        (name) =>
          `  ${JSON.stringify(name.replace(/\.\w{8}\.js$/, ''))}: () => import(${JSON.stringify(`${site}/${name}`)}),`,
      );
      return `export const files = {\n${lines.join('\n')}\n};`;
    }
    if (!id.startsWith('\0returnable:pack/')) return undefined;
    const pack = id.slice('\0returnable:pack/'.length);
    return `import { bytesOf } from ${JSON.stringify(at('src/engine/carried.ts'))};
import carried from ${JSON.stringify(at(`src/engine/generated/packs/${pack}.js`))};
export default { archive: /* @__PURE__ */ bytesOf(carried.archive), sentences: /* @__PURE__ */ JSON.parse(carried.sentences) };`;
  },
};

// Lit asks for these two at once; where there is no DOM, importing must do nothing.
const noDom = 'const { HTMLElement = class {}, document = { createTreeWalker() {} } } = globalThis;';

async function bundle(input, output) {
  const build = await rolldown({
    input,
    platform: 'neutral',
    resolve: { mainFields: ['module', 'main'], conditionNames: ['import', 'default'] },
    external: /^node:/,
    plugins: [packageFiles, messages, noteLicences],
    tsconfig: at('tsconfig.json'),
    transform: {
      define: {
        __FULL_PAGE__: config.define.__SITE_URL__,
        __REPOSITORY__: JSON.stringify((process.env.REPOSITORY_URL ?? '').replace(/\/$/, '')),
        __VERSION__: JSON.stringify(own.version),
        __WIDGET__: JSON.stringify({ version: own.version, integrity: '', bytes: 0 }),
      },
    },
    onLog(level, log) {
      if (level === 'warn' && log.code !== 'PLUGIN_TIMINGS') throw new Error(log.message);
    },
  });
  await build.write({
    dir: target,
    format: 'esm',
    minify: true,
    chunkFileNames: 'files/[name]-[hash].js',
    banner: (chunk) => {
      if (chunk.fileName === 'cli.js') return '#!/usr/bin/env node';
      return chunk.moduleIds.some(
        (id) => id.includes('/node_modules/lit-html/') || id.includes('/@lit/reactive-element/'),
      )
        ? noDom
        : '';
    },
    ...output,
  });
  await build.close();
}

/** A declaration as CommonJS sees it: TypeScript takes a .d.ts of this package for an ES module. */
function writeDeclaration(path, code) {
  writeFileSync(path, code);
  writeFileSync(
    path.replace(/\.d\.ts$/, '.d.cts'),
    code
      .replace(/((?:from|import\() ?'\.[^']*)\.js'/g, "$1.cjs'")
      .replace('export default pack;', 'export = pack;'),
  );
}

/** The declarations of the entries, in types/; imports of .ts there are written as of .js. */
function writeTypes(entries) {
  const { options } = ts.convertCompilerOptionsFromJson(
    JSON.parse(text('tsconfig.json')).compilerOptions,
    at('.'),
  );
  const host = ts.createCompilerHost(options);
  const program = ts.createProgram(
    [...entries.map((path) => at(path)), at('src/i18n/catalogue.d.ts'), at('src/package/globals.d.ts')],
    {
      ...options,
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: at('src'),
      outDir: `${target}/types`,
    },
    host,
  );
  const wanted = new Set();
  const written = new Map();
  const { diagnostics } = program.emit(undefined, (path, code) =>
    written.set(
      path,
      code.replace(/^import '.*';\n/gm, '').replace(/((?:from|import\() ?'\.[^']*)\.ts'/g, "$1.js'"),
    ),
  );
  if (diagnostics.length > 0) throw new Error(ts.formatDiagnostics(diagnostics, host));
  /** Only what the entries' declarations lead to. */
  const take = (path) => {
    if (wanted.has(path)) return;
    wanted.add(path);
    const code = written.get(path);
    if (code === undefined) throw new Error(`${path} was not written.`);
    for (const [, name] of code.matchAll(/(?:from|import\(?) ?'(\.[^']*)\.js'/g))
      take(fileURLToPath(new URL(`${name}.d.ts`, `file://${path}`)));
    mkdirSync(fileURLToPath(new URL('.', `file://${path}`)), { recursive: true });
    writeDeclaration(path, code);
  };
  for (const entry of entries) take(`${target}/types/${entry.replace(/^src\/(.*)\.ts$/, '$1.d.ts')}`);
}

function customElements() {
  const list = (table, name = 'name') =>
    Object.entries(table).map(([key, description]) => ({ [name]: key, description }));
  const typed = (table) =>
    Object.entries(table).map(([name, [type, description]]) => ({ name, type: { text: type }, description }));
  const member = {
    kind: 'class',
    name: 'ReturnChecker',
    tagName: 'return-checker',
    customElement: true,
    description: element.description,
    superclass: { name: 'HTMLElement' },
    attributes: typed(element.attributes),
    events: typed(element.events),
    slots: list(element.slots),
    cssProperties: list(element.cssProperties),
    cssParts: list(element.cssParts),
  };
  const declaration = { name: 'ReturnChecker', module: 'widget.js' };
  return {
    schemaVersion: '1.0.0',
    modules: [
      {
        kind: 'javascript-module',
        path: 'widget.js',
        declarations: [member],
        exports: [{ kind: 'js', name: 'ReturnChecker', declaration }],
      },
      ...['define.js', 'inline.js'].map((path) => ({
        kind: 'javascript-module',
        path,
        exports: [{ kind: 'custom-element-definition', name: 'return-checker', declaration }],
      })),
    ],
  };
}

/** The entries, and where their types are. */
const declared = {
  index: 'engine/index',
  compiler: 'package/compiler',
  widget: 'package/widget',
  define: 'package/define',
  inline: 'package/define',
  react: 'package/react',
  vue: 'package/vue',
};

function manifest() {
  const typed = (name) => ({
    import: { types: `./${name}.d.ts`, default: `./${name}.js` },
    require: { types: `./${name}.d.cts`, default: `./${name}.cjs` },
  });
  const repository = process.env.REPOSITORY_URL;
  return {
    name: own.name,
    version: own.version,
    description:
      'Can I send it back? Dated, sourced answers to what a shop promises, as a function and as an element.',
    keywords: ['returns', 'refund', 'consumer', 'policy', 'web-component', 'webassembly'],
    license: own.license,
    author: 'The Returnable authors',
    ...(repository && { repository: { type: 'git', url: `git+${repository.replace(/\/$/, '')}.git` } }),
    type: 'module',
    engines: own.engines,
    bin: { returnable: './cli.js' },
    main: './index.js',
    types: './index.d.ts',
    exports: {
      '.': typed('index'),
      ...Object.fromEntries(
        Object.keys(declared)
          .slice(1)
          .map((name) => [`./${name}`, typed(name)]),
      ),
      './packs/*': typed('packs/*'),
      './custom-elements.json': './custom-elements.json',
      './package.json': './package.json',
    },
    customElements: './custom-elements.json',
    // Importing these does something; everything else only gives.
    sideEffects: ['./define.js', './inline.js', './cli.js'],
  };
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
await bundle({
  index: at('src/engine/index.ts'),
  compiler: at('src/package/compiler.ts'),
  widget: at('src/package/widget.ts'),
  define: at('src/package/define.ts'),
  cli: at('src/package/cli.ts'),
  ...Object.fromEntries(packs.map((id) => [`packs/${id}`, `returnable:pack/${id}`])),
});
await bundle({ inline: at('src/package/define.ts') }, { codeSplitting: false });
chmodSync(`${target}/cli.js`, 0o755);

writeTypes(['src/engine/index.ts', 'src/package/compiler.ts', 'src/package/define.ts']);
// A declaration beside each module too, where those look who do not read "exports".
for (const [name, types] of Object.entries(declared))
  writeDeclaration(`${target}/${name}.d.ts`, `export * from './types/${types}.js';\n`);
for (const name of ['react', 'vue']) {
  writeDeclaration(`${target}/types/package/${name}.d.ts`, text(`src/package/${name}.d.ts`));
  writeFileSync(`${target}/${name}.js`, 'export {};\n');
}
const packTypes =
  "import type { CompiledPack } from '../types/engine/index.js';\ndeclare const pack: CompiledPack;\nexport default pack;\n";
for (const id of packs) writeDeclaration(`${target}/packs/${id}.d.ts`, packTypes);
// CommonJS gets the very same ES module, which Node 20.19 and newer load by require.
for (const name of Object.keys(declared))
  writeFileSync(`${target}/${name}.cjs`, `module.exports = require('./${name}.js');\n`);
for (const id of packs)
  writeFileSync(`${target}/packs/${id}.cjs`, `module.exports = require('./${id}.js').default;\n`);

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;
writeFileSync(`${target}/custom-elements.json`, json(customElements()));
writeFileSync(`${target}/package.json`, json(manifest()));
copyFileSync(at('../LICENSE'), `${target}/LICENSE`);
copyFileSync(at('src/package/README.md'), `${target}/README.md`);
writeFileSync(`${target}/THIRD_PARTY_LICENSES.txt`, licencesText());
