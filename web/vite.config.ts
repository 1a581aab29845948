import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { messages } from './plugins/messages.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: here('.'),
  base: './',
  plugins: [messages()],
  define: {
    __SITE_URL__: JSON.stringify(process.env['SITE_URL'] ?? 'http://localhost:8080/'),
    // The build puts the real ones in their place (scripts/build.mjs).
    __PLAIN_FILE__: JSON.stringify('src/plain/plain-checker.ts'),
    __WIDGET__: JSON.stringify({ version: 'dev', integrity: '', bytes: 0 }),
  },
  build: {
    outDir: here('../build/site'),
    emptyOutDir: false,
    target: 'es2022',
    // Everything stays a file of its own: the page's policy allows no inline script, and data: for pictures alone.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: [here('index.html'), here('snippet/index.html')] },
  },
});
