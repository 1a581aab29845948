import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { ahead } from './plugins/ahead.ts';
import { chunkName, messages } from './plugins/messages.ts';

/** Where the site will stand; '' where that is not known yet. */
const siteUrl = (process.env['SITE_URL'] ?? '').replace(/\/*$/, '') + (process.env['SITE_URL'] ? '/' : '');
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as {
  version: string;
};
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Other sites that show a link to the page want whole addresses: without one, nothing is said to them. */
function addressed(page: string): string {
  const known = siteUrl ? page : page.replace(/^.*"__SITE_URL__.*\n/gm, '');
  return known.replaceAll('__SITE_URL__', siteUrl);
}

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [messages(), ahead(), { name: 'returnable-address', transformIndexHtml: addressed }],
  define: {
    __SITE_URL__: JSON.stringify(siteUrl),
    __VERSION__: JSON.stringify(version),
    __REPOSITORY__: JSON.stringify((process.env['REPOSITORY_URL'] ?? '').replace(/\/$/, '')),
    // The build puts the real ones in their place (scripts/build.mjs).
    __WIDGET__: JSON.stringify({ version: 'dev', integrity: '', bytes: 0 }),
  },
  build: {
    outDir: here('../build/site'),
    emptyOutDir: false,
    target: 'es2022',
    // Everything stays a file of its own: the page's policy allows no inline script, and data: for pictures alone.
    assetsInlineLimit: 0,
    // What is loaded on demand needs nothing but what is there already.
    modulePreload: false,
    rolldownOptions: {
      input: [here('index.html'), here('snippet/index.html')],
      output: { chunkFileNames: chunkName },
    },
  },
});
