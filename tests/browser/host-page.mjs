// A blogger's page on a site of its own, with the widget from the built site on another. It counts every request.
import { createServer } from 'node:http';

/** The policy that the widget asks of a host, with everything else shut. */
export const hostPolicy = (origin) =>
  `default-src 'none'; script-src 'self' 'wasm-unsafe-eval' ${origin}; style-src 'self'; connect-src 'none'; require-trusted-types-for 'script'; trusted-types lit-html`;

/** `files`: { '/': html, '/x.css': text }. `policy` null sends none. */
export async function serveHost(files, { policy = null } = {}) {
  const server = createServer((request, response) => {
    const body = files[request.url];
    const type = request.url.endsWith('.css') ? 'text/css' : 'text/html; charset=utf-8';
    if (body === undefined) return void response.writeHead(request.url === '/favicon.ico' ? 204 : 404).end();
    response.writeHead(200, { 'content-type': type, ...(policy && { 'content-security-policy': policy }) });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(done));
    },
  };
}

/** An article of a guide with `middle` in it. */
export const article = (middle, { head = '', lang = 'en', dir = 'ltr' } = {}) => `<!doctype html>
<html lang="${lang}" dir="${dir}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>A guide</title>${head}</head>
<body><main><h1>How to return things</h1><p id="above">Words that stand above.</p>${middle}<p id="below">Words that stand below.</p></main></body></html>`;
