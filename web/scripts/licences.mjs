// The page that names everything of others that the site carries, with its licence. Which packages those are is read off
// what was bundled, so that none can be forgotten; what the compiler put into the engine stands in native-licences.json.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const modules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const bundled = new Set();

/** A plugin that notes each package of which something was bundled. */
export const noteLicences = {
  name: 'returnable-licences',
  generateBundle(_, bundle) {
    for (const { moduleIds = [] } of Object.values(bundle))
      for (const id of moduleIds) {
        const found = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id);
        if (found) bundled.add(found[1]);
      }
  },
};

const escape = (text) => String(text).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);

function ofPackage(name) {
  const { version, license } = JSON.parse(readFileSync(`${modules}${name}/package.json`, 'utf8'));
  const file = readdirSync(modules + name).find((one) => /^licen[sc]e(\.|$)/i.test(one));
  if (!license) throw new Error(`${name} names no licence.`);
  return {
    name,
    version,
    licence: license,
    text: file ? readFileSync(`${modules}${name}/${file}`, 'utf8').trim() : '',
  };
}

/** `more`: packages that came in by another way than the bundles. */
function carriedOnes(more) {
  const native = JSON.parse(readFileSync(new URL('native-licences.json', import.meta.url), 'utf8'));
  for (const name of more) if (!existsSync(modules + name)) throw new Error(`${name} is not there.`);
  if (bundled.size === 0) throw new Error('No bundle was looked at.');
  return [...native, ...[...new Set([...bundled, ...more])].sort().map(ofPackage)];
}

/** For the npm package. */
export function licencesText() {
  return carriedOnes([])
    .map(({ name, version = '', licence, text }) => `${name} ${version}\n${licence}\n\n${text}\n`)
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** HTML. */
export function licencesPage(more) {
  const own = fileURLToPath(new URL('../../LICENSE', import.meta.url));
  const all = [
    { name: 'Returnable', version: '', licence: 'MIT', text: readFileSync(own, 'utf8').trim() },
    ...carriedOnes(more),
  ];
  const parts = all.map(
    ({ name, version = '', licence, text }) =>
      `<section><h2>${escape(name)} ${escape(version)}</h2><p>${escape(licence)}</p><pre>${escape(text)}</pre></section>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'self'">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>Licences</title><link rel="stylesheet" href="./licences.css"></head>
<body><main><h1>Licences</h1><p>What this site carries, and on whose terms.</p>
${parts.join('\n')}
<p><a href="./">Back</a></p></main></body></html>
`;
}
