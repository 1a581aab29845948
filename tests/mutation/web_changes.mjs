// Where and how the web code and the messages are changed: one small fault a mutant. By TypeScript's own tree, so that text in
// templates and comments stays as it is.
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from '../../web/node_modules/typescript/lib/typescript.js';
import { parse } from '../../web/node_modules/@messageformat/parser/lib/parser.js';
import { has } from '../node/meaning.mjs';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const { SyntaxKind: kind } = ts;

const turned = new Map([
  [kind.LessThanToken, '<='], [kind.LessThanEqualsToken, '<'], [kind.GreaterThanToken, '>='], [kind.GreaterThanEqualsToken, '>'],
  [kind.EqualsEqualsEqualsToken, '!=='], [kind.ExclamationEqualsEqualsToken, '==='], [kind.AmpersandAmpersandToken, '||'], [kind.BarBarToken, '&&'],
  [kind.MinusToken, '+'], [kind.PlusEqualsToken, '-='],
]);
/** One name for another that means something else. */
const swapped = { safe: 'last', last: 'safe', earliest: 'latest', latest: 'earliest', sure: 'earliest', some: 'every', every: 'some', find: 'findLast' };
const words = { buyer: 'seller', seller: 'buyer', allowed: 'contested', expired: 'refused', refused: 'expired', due: 'later', later: 'due', waiting: 'late', late: 'waiting', promise: 'last_resort' };

/** The changes of one node: [start, end, text, what]. */
function changesOf(node, text) {
  const all = [];
  const put = (part, by, what) => all.push([part.getStart(), part.getEnd(), by, what]);
  const of = (part) => text.slice(part.getStart(), part.getEnd());
  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken: sign, right } = node;
    if (turned.has(sign.kind)) put(sign, turned.get(sign.kind), `${of(sign)} -> ${turned.get(sign.kind)}`);
    if (sign.kind === kind.QuestionQuestionToken) put(node, `(${of(right)}) ?? (${of(left)})`, '?? turned round');
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === kind.ExclamationToken) put(node, of(node.operand), 'not dropped');
  if (ts.isConditionalExpression(node)) put(node, `(${of(node.condition)}) ? (${of(node.whenFalse)}) : (${of(node.whenTrue)})`, 'branches swapped');
  if (ts.isIfStatement(node)) put(node.expression, `!(${of(node.expression)})`, 'if turned round');
  if (node.kind === kind.TrueKeyword) put(node, 'false', 'true -> false');
  if (node.kind === kind.FalseKeyword) put(node, 'true', 'false -> true');
  if (ts.isNumericLiteral(node)) put(node, String(Number(node.text) + 1), `${node.text} -> ${Number(node.text) + 1}`);
  if (ts.isPropertyAccessExpression(node) && Object.hasOwn(swapped, node.name.text)) put(node.name, swapped[node.name.text], `.${node.name.text} -> .${swapped[node.name.text]}`);
  if (ts.isStringLiteral(node) && Object.hasOwn(words, node.text) && !ts.isLiteralTypeNode(node.parent)) put(node, `'${words[node.text]}'`, `'${node.text}' -> '${words[node.text]}'`);
  if (ts.isExpressionStatement(node) && !ts.isSourceFile(node.parent)) put(node, ';', 'statement dropped');
  if (ts.isObjectLiteralExpression(node)) {
    const [one, other] = ['safe', 'last'].map((name) => node.properties.find((part) => ts.isPropertyAssignment(part) && part.name.getText() === name));
    if (one && other) put(node, of(node).replace('safe:', 'x:').replace('last:', 'safe:').replace('x:', 'last:'), 'safe and last swapped');
  }
  return all;
}

/** Types say nothing of what runs, and an attribute of a decorator is none of ours. */
const skipped = (node) => ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node) || ts.isDecorator(node) || ts.isTaggedTemplateExpression(node) && /^(css|svg)$/.test(node.tag.getText());

function inFile(file) {
  const text = readFileSync(at(file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found = [];
  const walk = (node) => {
    if (skipped(node)) return;
    found.push(...changesOf(node, text));
    ts.forEachChild(node, walk);
  };
  walk(source);
  const names = new Map();
  return found.map(([start, end, by, what]) => {
    const line = text.slice(0, start).split('\n').length;
    const plain = `${file.replace('web/src/', '')}: ${text.split('\n')[line - 1].trim()} | ${what}`;
    const again = names.get(plain) ?? 0;
    names.set(plain, again + 1);
    return { file, name: `${plain} #${again}`, where: `${file}:${line}`, text: text.slice(0, start) + by + text.slice(end) };
  });
}

export const folders = ['view', 'answers', 'i18n', 'engine', 'widget', 'embed'];

/** All mutants of the web code, in order. */
export function codeMutants() {
  return folders.flatMap((folder) =>
    readdirSync(at(`web/src/${folder}`), { recursive: true })
      .map((name) => `web/src/${folder}/${name}`)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts') && !name.includes('/generated/'))
      .sort()
      .flatMap(inFile),
  );
}

const parts = (tokens) => tokens.flatMap((token) => [...(token.arg ? [token] : []), ...(token.cases ?? []).flatMap((one) => parts(one.tokens))]);

/** A word that turns the meaning round, taken out of the first sentence that has it: by the words of tests/node/meaning.json. */
function withoutWord(words_, message) {
  const word = new RegExp(`(?<![\\p{L}{])(?:${words_.join('|')})(?![\\p{L}}])\\s*`, 'giu');
  const sentences = message.split(/(?<=[.;!?:]\s)/);
  const first = sentences.findIndex((sentence) => sentence.search(word) >= 0);
  return sentences.map((sentence, place) => (place === first ? sentence.replace(word, '') : sentence)).join('');
}

/** The mutants of one message: { what, message }. */
function messageChanges(tag, message, meaning) {
  const all = [];
  const put = (what, changed) => changed !== message && all.push({ what, message: changed });
  const names = [...new Set(parts(parse(message)).filter(({ type }) => type === 'argument').map(({ arg }) => arg))];
  if (names.length > 1) put(`{${names[0]}} and {${names[1]}} swapped`, message.replaceAll(`{${names[0]}}`, '{\u0000}').replaceAll(`{${names[1]}}`, `{${names[0]}}`).replaceAll('{\u0000}', `{${names[1]}}`));
  if (/\{safe\}/.test(message)) put('{safe} -> {last}', message.replace('{safe}', '{last}'));
  const branch = /\s(one|two|few|many) \{[^{}]*\}/.exec(message);
  if (branch) put(`branch ${branch[1]} dropped`, message.replace(branch[0], ''));
  for (const name of ['not', 'yes', 'too late', 'safest', 'probably']) if (has(name, tag, message)) put(`no word for "${name}"`, withoutWord(meaning[name][tag], message));
  if (has('the seller', tag, message)) put('the bank for the seller', message.replace(new RegExp(`(?<!\\p{L})(?:${meaning['the seller'][tag].join('|')})(?!\\p{L})`, 'iu'), meaning['the bank'][tag][0].replace(/\W.*/u, '') || 'bank'));
  return all;
}

/** All mutants of the messages that an answer is made of. `all`: { tag: { key: message } } */
export function messageMutants(all, meaning, wanted) {
  return Object.entries(all).flatMap(([tag, own]) =>
    Object.entries(own)
      .filter(([key]) => wanted.test(key))
      .flatMap(([key, message]) => messageChanges(tag, message, meaning).map((one) => ({ tag, key, name: `${tag}.json: ${key} | ${one.what}`, message: one.message }))),
  );
}
