// Serves one folder and nothing above it:  node static-server.mjs FOLDER [--port N] [--host NAME]
// Without --port it takes 8080 or the next free one.
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.ics': 'text/calendar; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; " +
    "img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-cache',
  // The widget's files are for every page, the frame without an origin of its own among them.
  'Access-Control-Allow-Origin': '*',
};
const policy = 'Content-Security-Policy';

const typeOf = (file) => types[extname(file)] ?? 'application/octet-stream';

/** What is sent before a file. */
export function headersOf(file) {
  return { ...headers, 'Content-Type': typeOf(file) };
}

/** The file for an address, or null: outside the folder (also by a link), not there, or not an address at all. */
export function fileFor(root, address) {
  try {
    const path = decodeURIComponent(address.split(/[?#]/, 1)[0]);
    if (!path.startsWith('/') || path.includes('\0')) return null;
    let file = realpathSync(join(root, path));
    if (statSync(file).isDirectory()) {
      if (!path.endsWith('/')) return null;
      file = realpathSync(join(file, 'index.html'));
    }
    return file.startsWith(realpathSync(root) + sep) && statSync(file).isFile() ? file : null;
  } catch {
    return null;
  }
}

export function serve(root) {
  return createServer((request, response) => {
    const plain = (status, text) => response.writeHead(status, { ...headers, 'Content-Type': types['.txt'] }).end(text);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'Only GET and HEAD.\n');
    const file = fileFor(root, request.url);
    if (!file) return plain(404, 'Not here.\n');
    // The snippet page alone shows a frame: its own preview.
    const frames = request.url.startsWith('/snippet/') ? { [policy]: `${headers[policy]}; frame-src 'self'` } : {};
    response.writeHead(200, { ...headersOf(file), ...frames, 'Content-Length': statSync(file).size });
    if (request.method === 'HEAD') return response.end();
    createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
}

/** Listens on `port`; where that is taken and `more` allows it, on the next. */
export function listen(server, host, port, more) {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      if (error.code === 'EADDRINUSE' && more > 0) resolve(listen(server, host, port + 1, more - 1));
      else reject(error);
    });
    server.listen(port, host, () => resolve(server.address().port));
  });
}

async function main([root, ...options]) {
  const given = {};
  for (let i = 0; i < options.length; i += 2) given[options[i]] = options[i + 1];
  const unknown = Object.keys(given).find((name) => !['--port', '--host'].includes(name) || given[name] === undefined);
  const port = Number(given['--port'] ?? 8080);
  if (!root || unknown || !Number.isInteger(port) || port < 0 || port > 65535) {
    console.error('Usage: scripts/serve [--port N] [--host NAME]');
    process.exit(2);
  }
  const host = given['--host'] ?? '127.0.0.1';
  try {
    const taken = await listen(serve(root), host, port, given['--port'] === undefined ? 100 : 0);
    console.log(`Serving the page at http://${host.includes(':') ? `[${host}]` : host}:${taken}/  (Ctrl+C ends it)`);
  } catch (error) {
    console.error(`Cannot serve on ${host}:${port}: ${error.message}`);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  await main(process.argv.slice(2));
}
