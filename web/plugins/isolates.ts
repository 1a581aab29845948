import { parse, type Token } from '@messageformat/parser';

const [isolate, end] = ['\u2068', '\u2069'];

function places(tokens: Token[]): { from: number; to: number }[] {
  return tokens.flatMap((token) => {
    if (token.type === 'argument')
      return [{ from: token.ctx.offset, to: token.ctx.offset + token.ctx.text.length }];
    return 'cases' in token ? token.cases.flatMap((one) => places(one.tokens)) : [];
  });
}

/**
 * The message with every value that is put into it set apart, for languages that are written from right to left: a shop's
 * name in Latin letters, a date or a sum then neither turns round nor takes the punctuation beside it along.
 */
export function isolated(message: string): string {
  return places(parse(message))
    .sort((a, b) => b.from - a.from)
    .reduce(
      (text, { from, to }) => text.slice(0, from) + isolate + text.slice(from, to) + end + text.slice(to),
      message,
    );
}
