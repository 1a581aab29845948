// The code blocks of a document, and how each kind is held to what it says. Each check throws what is wrong.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Ajv2020 from 'ajv/dist/2020.js';
import { mismatch } from '../match.mjs';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const program = join(root, 'build/native/returnable');
export const compilers = ['g++', 'clang++-14'];

/** [{ language, line, code }] of a Markdown text, or of a header's comment, where each line begins with two slashes. */
export function blocksOf(text) {
  const blocks = [];
  let open = null;
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.replace(/^\/\/ {0,5}/, '');
    const fence = /^```(\w*)\s*$/.exec(line);
    if (open && fence) {
      blocks.push(open);
      open = null;
    } else if (fence) {
      open = { language: fence[1], line: index + 1, code: '' };
    } else if (open) {
      open.code += `${raw.startsWith('//     ') ? raw.slice(7) : raw === '//' ? '' : raw}\n`;
    }
  }
  assert.equal(open, null, 'a block is not closed');
  return blocks;
}

/** What a block says that it prints: the comments behind its calls of puts and console.log. */
const printed = (code) => [...code.matchAll(/(?:std::puts|console\.log)\(.*\);\s*\/\/ (.+)$/gm)].map((match) => match[1]);

function inFolder(work) {
  const folder = mkdtempSync(join(tmpdir(), 'returnable-block-'));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(command, words, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 26, ...options });
  assert.equal(status, 0, `${command}: ${stderr}${stdout}`);
  return stdout;
}

function assertPrints(code, output) {
  const expected = printed(code);
  if (expected.length > 0) assert.deepEqual(output.trimEnd().split('\n'), expected);
}

/** Compiles a C++ block with every warning as an error, links and runs it. */
export function checkCpp(code, compiler) {
  inFolder((folder) => {
    const source = join(folder, 'block.cpp');
    writeFileSync(source, code);
    const words = ['-std=c++20', '-O0', '-Wall', '-Wextra', '-Wpedantic', '-Werror', `-I${root}core/include`, source];
    run(compiler, [...words, join(root, 'build/native/core/libreturnable.a'), '-o', join(folder, 'block')]);
    assertPrints(code, run(join(folder, 'block'), [], { cwd: folder }));
  });
}

/** Runs a JavaScript block as a module, in a folder that holds `files`. The package is taken as built; its own tests install it. */
export function checkJs(code, files = {}) {
  inFolder((folder) => {
    const built = pathToFileURL(join(root, 'build/checker/index.js')).href;
    const runnable = code.replace(/'returnable'/g, JSON.stringify(built));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'block.mjs'), runnable);
    assertPrints(code, run(process.execPath, ['block.mjs'], { cwd: folder }));
  });
}

const ask = (given, packs) =>
  JSON.parse(execFileSync(program, ['check', ...packs.flatMap((path) => ['--pack', path])], { input: `${JSON.stringify(given)}\n`, encoding: 'utf8' }));

const schema = JSON.parse(readFileSync(join(root, 'core/packs/pack.schema.json'), 'utf8'));
const fitsSchema = new Ajv2020.default({ allErrors: true, strict: false }).compile(schema);
const isPart = (value) => Object.keys(value).length > 0 && Object.keys(value).every((key) => key in schema.properties);
const kinds = {
  pack: (value) => 'checked_on' in value && 'rules' in value,
  part: isPart, // of a pack: it extends the last whole pack before it
  sheet: (value) => 'given' in value && 'expect' in value,
  entitlement: (value) => 'remedy' in value,
  case: (value) => 'as_of' in value,
};

/** A pack with a part of one: lists get longer, and a member with an id that is there already takes its place. */
export function extended(pack, part) {
  const whole = { ...pack };
  for (const [key, value] of Object.entries(part)) {
    if (Array.isArray(value) && Array.isArray(whole[key]))
      whole[key] = [...whole[key].filter((one) => !value.some((other) => other.id !== undefined && other.id === one.id)), ...value];
    else if (typeof value === 'object' && typeof whole[key] === 'object') whole[key] = { ...whole[key], ...value };
    else whole[key] = value;
  }
  return whole;
}

function checkPack(pack, place) {
  assert.ok(fitsSchema(pack), `${place}: ${JSON.stringify(fitsSchema.errors)}`);
  inFolder((folder) => {
    writeFileSync(join(folder, 'pack.json'), JSON.stringify(pack));
    run(program, ['validate', join(folder, 'pack.json')]);
  });
}

/**
 * Validates the JSON blocks of one document in turn: an entitlement belongs to the case before it, a part of a pack to the
 * whole pack before it, and cases may name the packs of the document. Gives their kinds.
 */
export function checkJson(blocks) {
  return inFolder((folder) => checkJsonIn(folder, blocks));
}

function checkJsonIn(folder, blocks) {
  let asked = null;
  let pack = null;
  const packs = [];
  return blocks.map(({ code, line }) => {
    const value = JSON.parse(code);
    const kind = Object.keys(kinds).find((one) => kinds[one](value));
    const place = `the block at line ${line}`;
    assert.ok(kind, `${place} is of no known kind`);
    if (kind === 'pack') {
      pack = value;
      checkPack(pack, place);
      packs.push(join(folder, `${packs.length}.json`));
      writeFileSync(packs.at(-1), code);
    }
    if (kind === 'part') {
      assert.ok(pack, `${place} comes before any whole pack`);
      checkPack(extended(pack, value), place);
    }
    if (kind === 'sheet') assert.equal(mismatch(value.expect, ask(value.given, packs)), null, place);
    if (kind === 'case') {
      asked = ask(value, packs);
      assert.equal(asked.errors, undefined, place);
    }
    if (kind === 'entitlement') {
      assert.ok(asked, `${place} comes before any case`);
      const whole = asked.items[0].entitlements[0];
      for (const [key, part] of Object.entries(value)) assert.deepEqual(part, whole[key], `${place}: ${key}`);
    }
    return kind;
  });
}

export const read = (path) => readFileSync(join(root, path), 'utf8');
export const exists = (path) => existsSync(join(root, path));
