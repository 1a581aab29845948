// Real programs of Debian's that publish: nginx for the site and the blogs, Hugo and Jekyll to build them, WordPress on
// PHP and MariaDB. Everything lives in one temporary folder and ends with the tests.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const folder = mkdtempSync(join(tmpdir(), 'returnable-hosts-'));
const running = [];

export async function stop() {
  for (const one of running.reverse()) {
    const ended = new Promise((done) => one.once('exit', done));
    if (one.exitCode !== null) continue;
    process.kill(-one.pid, 'SIGTERM');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}

export function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

export const run = (command, args, options = {}) => execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });

function start(command, args, options = {}) {
  const child = spawn(command, args, { stdio: 'ignore', detached: true, ...options });
  running.push(child);
  return child;
}

export const freePort = () =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

async function until(what, work) {
  for (let tries = 0; tries < 120; tries += 1) {
    if (await work().catch(() => false)) return;
    await new Promise((next) => setTimeout(next, 250));
  }
  throw new Error(`${what} did not start`);
}

/** nginx with Debian's own table of types and no header of ours: the site on one port, the blogs on another. */
export async function nginx(site, sitePort, blogs, blogPort) {
  const server = (port, files, more = '') => `server { listen 127.0.0.1:${port}; root ${files}; index index.html; ${more} }`;
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/nginx-${name};`).join(' ');
  write(
    `${folder}/nginx.conf`,
    `user root; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr; events {} http { include /etc/nginx/mime.types; access_log off; ${temp}
    ${server(sitePort, site)} ${server(blogPort, blogs)} }`,
  );
  start('/usr/sbin/nginx', ['-c', `${folder}/nginx.conf`, '-p', folder, '-g', 'daemon off;']);
  await until('nginx', async () => (await fetch(`http://127.0.0.1:${sitePort}/`)).ok);
}

/** WordPress with one author. `php(code)` runs in it; `asAuthor(title, content)` publishes over HTTP and gives the address. */
export async function wordpress(embedPort) {
  const port = await freePort();
  const home = `http://127.0.0.1:${port}`;
  const data = `${folder}/mysql`;
  const socket = `${folder}/mysql.sock`;
  run('mariadb-install-db', ['--no-defaults', `--datadir=${data}`, '--auth-root-authentication-method=normal', '--skip-test-db']);
  start('/usr/sbin/mariadbd', ['--no-defaults', '--user=root', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', `--pid-file=${folder}/mysql.pid`]);
  const sql = (text) => run('mariadb', ['--no-defaults', '-uroot', `--socket=${socket}`, '-e', text]);
  await until('MariaDB', async () => sql('select 1'));
  sql('create database blog');

  const blog = `${folder}/wordpress`;
  cpSync('/usr/share/wordpress', blog, { recursive: true, dereference: true });
  write(
    `${blog}/wp-config.php`,
    `<?php define('DB_NAME','blog'); define('DB_USER','root'); define('DB_PASSWORD',''); define('DB_HOST','localhost:${socket}');
    define('DB_CHARSET','utf8mb4'); define('DB_COLLATE',''); define('WP_HOME','${home}'); define('WP_SITEURL','${home}');
    define('WP_ENVIRONMENT_TYPE','local'); define('DISABLE_WP_CRON',true); define('WP_HTTP_BLOCK_EXTERNAL',true); define('WP_ACCESSIBLE_HOSTS','127.0.0.1');
    $table_prefix='wp_'; if (!defined('ABSPATH')) define('ABSPATH', __DIR__.'/'); require_once ABSPATH.'wp-settings.php';`,
  );
  // A checker in the wild has a name and port 443; this one has an address that WordPress would not visit by itself.
  write(
    `${blog}/wp-content/mu-plugins/here.php`,
    `<?php add_filter('http_request_host_is_external','__return_true'); add_filter('http_allowed_safe_ports', fn ($all) => [...$all, ${embedPort}]);`,
  );
  const php = (code) => run('php', ['-d', 'display_errors=stderr', '-r', `$_SERVER['HTTP_HOST']='127.0.0.1:${port}'; ${code}`], { cwd: blog });
  const password = php(`define('WP_INSTALLING', true); require 'wp-load.php'; require 'wp-admin/includes/upgrade.php';
    wp_install('A blog','boss','boss@example.org',true,'','boss-password');
    $id = wp_insert_user(['user_login'=>'writer','user_pass'=>'writer-password','user_email'=>'writer@example.org','role'=>'author']);
    update_option('permalink_structure','');
    echo WP_Application_Passwords::create_new_application_password($id, ['name'=>'test'])[0];`).trim();
  start('php', ['-S', `127.0.0.1:${port}`, '-t', blog], { cwd: blog, env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4' } });
  await until('WordPress', async () => (await fetch(`${home}/`)).ok);

  const asAuthor = async (title, content) => {
    const answer = await fetch(`${home}/?rest_route=/wp/v2/posts`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`writer:${password}`).toString('base64')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ title, content, status: 'publish' }),
    });
    const post = await answer.json();
    if (!answer.ok) throw new Error(`WordPress: ${JSON.stringify(post)}`);
    return `${home}/?p=${post.id}`;
  };
  return { home, asAuthor, version: () => php(`require 'wp-load.php'; echo $wp_version;`).trim() };
}
