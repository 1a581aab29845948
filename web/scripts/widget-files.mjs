// The widget's files as classic scripts, which need no CORS header, each named by what it holds:
//   return-checker.js   the entry; everything else stands in the folder widget/ beside it
//   widget/NAME.SUM.js  leaves its value on its own script: document.currentScript.carried = …
// The entry knows the hash (sha256, for `integrity`) of widget/hashes, which has those of all other files. A hash counts only where the browser can check it, so nobody else fetches that list.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const sha256 = (text) => createHash('sha256').update(text).digest('base64');
const short = (text) => sha256(text).replace(/\W/g, '').slice(0, 8);

/** A module without imports as a classic script. */
export function classic(code) {
  const leave = 'document.currentScript.carried=';
  let found = 0;
  const body = code
    .replace(/^export default /m, () => ((found += 1), leave))
    .replace(
      /export\s*\{\s*([\w$]+) as default\s*\};?\s*$/,
      (_, name) => ((found += 1), `carried.carried=${name};`),
    );
  if (found > 1 || /^\s*(import|export)\b|\bimport\.meta\b|\bimport\(/m.test(body))
    throw new Error('This cannot be a classic script.');
  if (body.startsWith(leave)) return body;
  if (found === 0) return `(()=>{"use strict";${body}})();\n`;
  return `(()=>{"use strict";const carried=document.currentScript;${body}})();\n`;
}

/** Only ASCII: whatever the page is written in, it reads the same. */
export const ascii = (code) =>
  code.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

function only(tree, path) {
  return path.split('.').reduce((at, name) => at?.[name], tree);
}

/** What the facade says, of a language's messages; what it lacks is said in English. */
export function facadeWords(messages, english, tiles) {
  const say = (path) => only(messages, path) ?? only(english, path);
  const paths = ['meta.dir', 'widget.label', 'reason.ask', 'reason.else', 'widget.cannot', 'widget.home'];
  return [...paths, ...tiles.map((id) => `reason.${id}`)].map(say);
}

/**
 * Writes them all into `site`. `bundle(entry, name, options)` bundles one source to one module in `site`; `beside` is where
 * scripts/generate.mjs wrote the engine and the packs. Gives the names of all files, the entry's first.
 */
export async function writeWidget({ root, site, beside, bundle }) {
  const read = (path) => readFileSync(path, 'utf8');
  const hashes = {};
  const write = (name, code) => {
    const path = `${site}/widget/${name}.js`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
    hashes[name] = sha256(code);
    return name;
  };
  /** A source, bundled as a classic script. */
  const codeOf = async (entry, options) => {
    await bundle(entry, 'bundled.js', options);
    const code = classic(read(`${site}/bundled.js`));
    rmSync(`${site}/bundled.js`);
    return code;
  };
  /** The same, written under the name of its own hash. */
  const bundled = async (entry, name, options) => {
    const code = await codeOf(entry, options);
    return write(`${name}.${short(code)}`, code);
  };
  /** One file for each language, all named by one hash: so that nobody needs a list of the names. */
  const writeEach = (name, codes) => {
    const all = short(codes.map(([, code]) => code).join(''));
    return { all, files: codes.map(([tag, code]) => write(`${name}.${tag}.${all}`, code)) };
  };

  // Engine and packs carry their sum in their names already.
  for (const file of readdirSync(beside, { recursive: true }))
    if (/^(packs\/[^.]+|return-checker\.(engine|plain))\.\w{8}\.js$/.test(file))
      write(file.replace(/\.js$/, ''), classic(read(`${beside}/${file}`)));
  const { compilerSum } = await import(`${beside}/../files.js`);
  write(`return-checker.compiler.${compilerSum}`, classic(read(`${beside}/../compiler-bytes.js`)));

  const folder = `${root}messages/`;
  const tags = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
  const messages = Object.fromEntries(tags.map((tag) => [tag, JSON.parse(read(`${folder}${tag}.json`))]));
  const others = tags.filter((tag) => tag !== 'en').sort();
  const codes = [];
  for (const tag of others) codes.push([tag, await codeOf(`messages/${tag}.json?widget`)]);
  const wordsHash = writeEach('words', codes).all;
  const packCompiler = await bundled('src/widget/classic/pack-compiler.ts', 'pack-compiler');
  const known = { __WORDS__: wordsHash, __PACK_COMPILER__: packCompiler };
  const define = Object.fromEntries(
    Object.entries(known).map(([name, value]) => [name, JSON.stringify(value)]),
  );
  const { reasons } = JSON.parse(read(`${root}src/answers/reasons.json`));
  const tiles = reasons.filter(({ tile }) => tile === 'first').map(({ id }) => id);
  const facade = (tag) => facadeWords(messages[tag], messages.en, tiles);
  const facades = writeEach(
    'facade',
    others.map((tag) => [tag, `document.currentScript.carried=${JSON.stringify(facade(tag))}`]),
  );
  const element = await bundled('src/widget/classic/element.ts', 'element', { define });
  const list = `document.currentScript.carried=${JSON.stringify(hashes)};\n`;
  const listName = write(`hashes.${short(list)}`, list);
  const { shops } = await import(`${beside}/../shops.js`);
  const entry = {
    element,
    hashes: [listName, hashes[listName]],
    words: facade('en'),
    tags: others.join(' '),
    facades: facades.all,
    shops: Object.fromEntries(shops.map(({ id, name }) => [id, name])),
  };
  await bundle('src/widget/loader.ts', 'return-checker.js', {
    define: { __ENTRY__: JSON.stringify(entry), __TILES__: JSON.stringify(tiles) },
  });
  writeFileSync(`${site}/return-checker.js`, ascii(classic(read(`${site}/return-checker.js`))));
  return {
    element,
    facades: facades.files,
    others,
    shops,
    words: Object.fromEntries(tags.map((tag) => [tag, { dir: facade(tag)[0], label: facade(tag)[1] }])),
    names: ['return-checker.js', ...Object.keys(hashes).map((name) => `widget/${name}.js`)],
  };
}
