// The little server of scripts/serve: right types, the page's policy, and nothing from outside its folder.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listen, serve } from '../../scripts/static-server.mjs';

const top = mkdtempSync(join(tmpdir(), 'returnable-site-'));
const root = join(top, 'site');
mkdirSync(join(root, 'embed'), { recursive: true });
writeFileSync(join(top, 'secret.txt'), 'secret');
writeFileSync(join(root, 'index.html'), 'page');
writeFileSync(join(root, 'embed', 'index.html'), 'frame');
writeFileSync(join(root, 'a.wasm'), 'wasm');
writeFileSync(join(root, 'a.js'), 'script');
symlinkSync(join(top, 'secret.txt'), join(root, 'link.txt'));
const server = serve(root);
let port;
before(async () => (port = await listen(server, '127.0.0.1', 0, 0)));
after(() => server.close());

/** Without a client that tidies the address first. */
function ask(line) {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`${line} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`));
    let text = '';
    socket.on('data', (part) => (text += part));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

test('files have their types and the page’s policy', async () => {
  for (const [path, type, body] of [
    ['/', /^text\/html/, 'page'],
    ['/?x=1', /^text\/html/, 'page'],
    ['/embed/', /^text\/html/, 'frame'],
    ['/a.js', /^text\/javascript/, 'script'],
    ['/a.wasm', /^application\/wasm$/, 'wasm'],
  ]) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    assert.equal(response.status, 200, path);
    assert.match(response.headers.get('content-type'), type);
    assert.equal(
      response.headers.get('content-security-policy'),
      "default-src 'none'; base-uri 'none'; form-action 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'",
    );
    assert.equal(await response.text(), body);
  }
});

test('nothing from outside the folder, by no spelling', async () => {
  const paths = ['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/embed/../../secret.txt', '//../secret.txt', '/..\\secret.txt', '/link.txt', '/%00', '/%', 'secret.txt', '/embed', '/nowhere'];
  for (const path of paths) {
    const text = await ask(`GET ${path}`);
    assert.match(text, /^HTTP\/1\.1 4\d\d /, path);
    assert.ok(!text.includes('secret\n') && !text.endsWith('secret'), path);
  }
});

test('only GET and HEAD', async () => {
  assert.match(await ask('POST /'), /^HTTP\/1\.1 405 /);
  const head = await ask('HEAD /');
  assert.match(head, /^HTTP\/1\.1 200 /);
  assert.ok(head.endsWith('\r\n\r\n'));
});

test('a port that is taken: the next free one, or an error where one was asked for', async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const { port: first } = taken.address();
  const other = serve(root);
  assert.ok((await listen(other, '127.0.0.1', first, 100)) > first);
  await assert.rejects(listen(serve(root), '127.0.0.1', first, 0), /EADDRINUSE/);
  other.close();
  taken.close();
});

// The address of a module is percent-encoded, a path is not: once, compared with one another, they made the server end
// without a word, after the whole build.
for (const name of ['a blank', 'accentué', '100%', '%41 #1?', "it's"]) {
  test(`it serves from a folder whose path has ${JSON.stringify(name)}`, async () => {
    const folder = join(mkdtempSync(join(tmpdir(), 'returnable-path-')), name);
    mkdirSync(join(folder, 'site'), { recursive: true });
    writeFileSync(join(folder, 'site', 'index.html'), 'page');
    copyFileSync(fileURLToPath(new URL('../../scripts/static-server.mjs', import.meta.url)), join(folder, 'static-server.mjs'));
    const child = spawn(process.execPath, [join(folder, 'static-server.mjs'), join(folder, 'site'), '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
    try {
      const printed = await new Promise((resolve) => {
        child.stdout.once('data', (part) => resolve(part.toString()));
        child.once('close', () => resolve('it ended without an address'));
      });
      const address = /http:\/\/\S+/.exec(printed)?.[0];
      assert.ok(address, printed);
      assert.equal(await (await fetch(address)).text(), 'page');
    } finally {
      child.kill();
      rmSync(join(folder, '..'), { recursive: true, force: true });
    }
  });
}

test('no script takes the encoded path of its own address for a path', () => {
  const scripts = ['scripts/', 'web/scripts/', 'web/plugins/', 'tests/node/'].flatMap((path) =>
    readdirSync(new URL(`../../${path}`, import.meta.url))
      .filter((file) => /\.(mjs|ts)$/.test(file))
      .map((file) => `${path}${file}`),
  );
  assert.ok(scripts.length > 15);
  const encoded = /new URL\([^;]*(?:import\.meta\.url|root)\)\.path/;
  const found = scripts.filter((file) => encoded.test(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')));
  assert.deepEqual(found, []);
});
