// Where the parts of a JSON text stand, found without building a tree of all of it: a pack may have a megabyte. The text is
// known to be JSON.

export interface Member {
  /** '' in a list. */
  key: string;
  /** Of its key, or of its value in a list. */
  start: number;
  value: number;
  end: number;
}

const space = /\s*/y;
const plain = /[^\s,\]}]*/y;
const [quote, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x7b, 0x7d, 0x5b, 0x5d];

function afterSpace(text: string, at: number): number {
  space.lastIndex = at;
  space.test(text);
  return space.lastIndex;
}

function stringEnd(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text[before] === '\\') before -= 1;
    if ((end - before) % 2 === 1) return end + 1;
  }
  return text.length;
}

/** Where the value that begins there ends. */
export function valueEnd(text: string, start: number): number {
  if (text[start] === '"') return stringEnd(text, start);
  if (text[start] !== '{' && text[start] !== '[') {
    plain.lastIndex = start;
    plain.test(text);
    return plain.lastIndex;
  }
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) at = stringEnd(text, at) - 1;
    else if (code === openBrace || code === openBracket) depth += 1;
    else if (code === closeBrace || code === closeBracket) depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}

function keyIn(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes('\\') ? String(JSON.parse(text.slice(start, end))) : raw;
}

/** The members of the object or list that begins there, one after another. */
export function* membersAt(text: string, container: number): Generator<Member> {
  const named = text[container] === '{';
  if (!named && text[container] !== '[') return;
  for (let at = afterSpace(text, container + 1); at < text.length && !/[\]}]/.test(text[at]!);) {
    const keyEnd = named ? stringEnd(text, at) : at;
    const value = named ? afterSpace(text, afterSpace(text, keyEnd) + 1) : at;
    const end = valueEnd(text, value);
    yield { key: named ? keyIn(text, at, keyEnd) : '', start: at, value, end };
    const next = afterSpace(text, end);
    at = text[next] === ',' ? afterSpace(text, next + 1) : next;
  }
}

function memberAt(text: string, container: number, step: string | number): Member | null {
  let index = 0;
  for (const member of membersAt(text, container)) {
    if (text[container] === '{' ? member.key === String(step) : index === Number(step)) return member;
    index += 1;
  }
  return null;
}

export interface Located {
  /** Where the value begins that the first `depth` steps lead to. */
  at: number;
  depth: number;
}

/** As far along the path as there is something. */
export function locate(text: string, path: readonly (string | number)[]): Located {
  let at = afterSpace(text, 0);
  for (const [depth, step] of path.entries()) {
    const member = memberAt(text, at, step);
    if (!member) return { at, depth };
    at = member.value;
  }
  return { at, depth: path.length };
}
