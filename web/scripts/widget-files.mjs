// The widget's files as classic scripts, which need no CORS header, each named by what it holds:
//   return-checker.js   the entry; everything else stands in the folder widget/ beside it
//   widget/NAME.SUM.js  leaves its value on its own script: document.currentScript.carried = …
// The entry knows the hash (sha256, for `integrity`) of widget/hashes, which has those of all other files but those for other
// languages, and of a second such list, which has these. A hash counts only where the browser can check it, so nobody else
// fetches either list.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const sha256 = (text) => createHash('sha256').update(text).digest('base64');
const read = (path) => readFileSync(path, 'utf8');
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

/** What the entry says, of a language's messages; what it lacks is said in English. */
function entryWords(messages, english, tiles) {
  const say = (path) => only(messages, path) ?? only(english, path);
  return {
    facade: [
      'meta.dir',
      'widget.label',
      'reason.ask',
      'reason.else',
      ...tiles.map((id) => `reason.${id}`),
    ].map(say),
    sorry: ['meta.dir', 'widget.cannot', 'widget.home'].map(say),
  };
}

const carrying = (value) => `document.currentScript.carried=${JSON.stringify(value)}`;

/** The widget's folder in `site`: what is written there, and the hash of each. */
class Folder {
  hashes = {};

  constructor(site, bundle) {
    this.site = site;
    this.bundle = bundle;
  }

  write(name, code) {
    const path = `${this.site}/widget/${name}.js`;
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, code);
    this.hashes[name] = sha256(code);
    return name;
  }

  /** A source, bundled as a classic script. */
  async codeOf(entry, options) {
    const path = `${this.site}/bundled.js`;
    await this.bundle(entry, 'bundled.js', options);
    const code = classic(read(path));
    rmSync(path);
    return code;
  }

  /** The same, written under the name of its own hash. */
  async bundled(entry, name, options) {
    const code = await this.codeOf(entry, options);
    return this.write(`${name}.${short(code)}`, code);
  }
}

/** What carries its sum in its name already: engine, packs and laws. */
async function writeSummed(folder, beside) {
  for (const file of readdirSync(beside, { recursive: true }))
    if (/^((packs|laws)\/[^.]+|return-checker\.(engine|plain))\.\w{8}\.js$/.test(file))
      folder.write(file.replace(/\.js$/, ''), classic(read(`${beside}/${file}`)));
  const { compilerSum } = await import(`${beside}/../files.js`);
  folder.write(`return-checker.compiler.${compilerSum}`, classic(read(`${beside}/../compiler-bytes.js`)));
}

/** The element's code, which names the files that it asks for. */
async function elementCode(folder) {
  const packCompiler = await folder.bundled('src/widget/classic/pack-compiler.ts', 'pack-compiler');
  // It shares modules with the element, of which most do something when they are imported that it has no use for.
  const pure = { treeshake: { moduleSideEffects: false } };
  const law = await folder.bundled('src/widget/classic/law.ts', 'law', pure);
  const define = { __PACK_COMPILER__: JSON.stringify(packCompiler), __LAW__: JSON.stringify(law) };
  return folder.codeOf('src/widget/classic/element.ts', { define });
}

/** The files for other languages than English: their list, and four for each. */
async function languageCodes(folder, others, said) {
  const codes = [['languages', carrying(others.join(' '))]];
  for (const tag of others) {
    const { facade, sorry } = said(tag);
    codes.push([`facade.${tag}`, carrying(facade)], [`sorry.${tag}`, carrying(sorry)]);
    codes.push([`words.${tag}`, await folder.codeOf(`messages/${tag}.json?widget`)]);
    codes.push([`law.${tag}`, await folder.codeOf(`messages/${tag}.json?brief`)]);
  }
  return codes;
}

/**
 * Writes them all into `site`. `bundle(entry, name, options)` bundles one source to one module in `site`; `beside` is where
 * scripts/generate.mjs wrote the engine and the packs. Gives the names of all files, the entry's first.
 */
export async function writeWidget({ root, site, beside, bundle }) {
  const folder = new Folder(site, bundle);
  await writeSummed(folder, beside);
  const tags = readdirSync(`${root}messages/`)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.replace('.json', ''));
  const messages = Object.fromEntries(
    tags.map((tag) => [tag, JSON.parse(read(`${root}messages/${tag}.json`))]),
  );
  const others = tags.filter((tag) => tag !== 'en').sort();
  const { reasons } = JSON.parse(read(`${root}src/answers/reasons.json`));
  const tiles = reasons.filter(({ tile }) => tile === 'first').map(({ id }) => id);
  const said = (tag) => entryWords(messages[tag], messages.en, tiles);

  // What the entry asks for is all named by one hash, so that the entry is as long for a hundred languages as for one.
  const element = await elementCode(folder);
  const codes = await languageCodes(folder, others, said);
  const mark = short([element, ...codes.map(([, code]) => code)].join(''));
  folder.write(`element.${mark}`, element);
  const hashes = { ...folder.hashes };
  const ofOthers = Object.fromEntries(
    codes.map(([name, code]) => [folder.write(`${name}.${mark}`, code), sha256(code)]),
  );
  const more = folder.write(`hashes.more.${mark}`, carrying(ofOthers));
  folder.write(`hashes.${mark}`, carrying({ ...hashes, [more]: folder.hashes[more] }));

  const { shops } = await import(`${beside}/../shops.js`);
  const entry = {
    mark,
    hash: folder.hashes[`hashes.${mark}`],
    words: said('en').facade,
    sorry: said('en').sorry,
    shops: Object.fromEntries(shops.map(({ id, name }) => [id, name])),
  };
  await bundle('src/widget/loader.ts', 'return-checker.js', {
    define: { __ENTRY__: JSON.stringify(entry), __TILES__: JSON.stringify(tiles) },
  });
  writeFileSync(`${site}/return-checker.js`, ascii(classic(read(`${site}/return-checker.js`))));
  return {
    element: `element.${mark}`,
    facades: others.map((tag) => `facade.${tag}.${mark}`),
    languages: `languages.${mark}`,
    others,
    shops,
    words: Object.fromEntries(
      tags.map((tag) => [tag, { dir: said(tag).facade[0], label: said(tag).facade[1] }]),
    ),
    names: ['return-checker.js', ...Object.keys(folder.hashes).map((name) => `widget/${name}.js`)],
  };
}
