// Serves the built page under a sub-path, and remembers every address that was asked for.
import { createServer } from 'node:http';
import { readFile, readdir } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const site = fileURLToPath(new URL('../../build/site', import.meta.url));

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.txt': 'text/plain',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
};

export const policy =
  "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'";

/** `folder` stands in the place of the built site. `change(path)` may give (a promise of) { status, body, type, hang } in place of the file; `without` is left out of the policy. */
export async function serveSite({ base = '/some/where/', change = () => null, without = '', folder = site } = {}) {
  if (!existsSync(join(folder, 'index.html'))) throw new Error('build/site is missing: npm --prefix web run build');
  const asked = [];
  const server = createServer(async (request, response) => {
    asked.push(request.url);
    const path = decodeURIComponent(new URL(request.url, 'http://here').pathname);
    if (!path.startsWith(base)) return void response.writeHead(404).end();
    const name = normalize(path.slice(base.length).replace(/(^|\/)$/, '$1index.html'));
    const other = await change(name);
    if (other?.hang) return;
    const frames = name.startsWith('snippet/') ? "; frame-src 'self'" : '';
    const headers = { 'content-security-policy': policy.replace(without, '') + frames, 'cache-control': 'no-store', 'access-control-allow-origin': '*' };
    try {
      const body = other?.body ?? (await readFile(join(folder, name)));
      response.writeHead(other?.status ?? 200, { ...headers, 'content-type': other?.type ?? types[extname(name)] ?? 'application/octet-stream' });
      response.end(body);
    } catch {
      response.writeHead(404, headers).end();
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return {
    url: `http://127.0.0.1:${server.address().port}${base}`,
    base,
    asked,
    files,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}
