import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** What of these names the generated modules export, as data: they are JavaScript that the build has just written. */
function made<T>(file: string, name: string): T {
  const code = readFileSync(new URL(`../src/engine/generated/${file}.js`, import.meta.url), 'utf8');
  const [, value = ''] = new RegExp(`export const ${name} = (.*);`).exec(code) ?? [];
  return JSON.parse(value.replaceAll("'", '"')) as T;
}

interface Shop {
  id: string;
  sum: string;
}

/** Runs before the page's own code is there: sends for the engine, the rules of the shop and the words at the same time as that. */
function script(words: string, languages: string): string {
  const shops = made<Shop[]>('shops', 'shops');
  const packs = Object.fromEntries(shops.map(({ id, sum }) => [id, sum]));
  return `let chosen
try { chosen = localStorage.getItem('returnable.language') } catch {}
const packs = ${JSON.stringify(packs)}
const shop = location.hash.match(/[#&]marketplace=(\\w+)/)?.[1]
const id = packs[shop] ? shop : '${shops[0]?.id ?? ''}'
const words = /^en\\b/i.test(chosen || navigator.languages[0] || 'en') ? '${words}' : '${languages}'
for (const href of [words, 'packs/' + id + '.' + packs[id] + '.js', 'return-checker.engine.${made<string>('files', 'engineSum')}.js'])
  document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))
`;
}

/** Nothing that the first screen and the first answer need waits for the code that asks for it. */
export function ahead(): Plugin {
  let file = '';
  let early: string[] = [];
  return {
    name: 'returnable-ahead',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const named = (part: RegExp) =>
        chunks.find(({ facadeModuleId }) => part.test(facadeModuleId ?? ''))?.fileName ?? '';
      const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith('/web/index.html'));
      if (!entry) return; // the widget's bundles are made by the same plugins
      const words = named(/\/messages\/en\.json\?catalogue$/);
      const languages = named(/virtual:languages\/.*sentences/);
      if (!words || !languages) throw new Error('The page’s words have other names than are known here.');
      early = entry.imports;
      file = this.getFileName(
        this.emitFile({ type: 'asset', name: 'ahead.js', source: script(words, languages) }),
      );
    },
    transformIndexHtml: {
      order: 'post',
      handler: (html, { path }) =>
        path === '/index.html'
          ? html.replace(
              '<script type="module"',
              [
                `<script async src="./${file}"></script>`,
                ...early.map((name) => `<link rel="modulepreload" crossorigin href="./${name}">`),
                '<script type="module"',
              ].join('\n    '),
            )
          : html,
    },
  };
}
