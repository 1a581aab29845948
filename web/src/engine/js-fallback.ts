// The whole engine as plain JavaScript, for where WebAssembly is blocked or missing. A file of its own
// (return-checker.plain.HASH.js), fetched by page, widget and iframe only then.
import { Checker } from './checker.ts';
import { fromPlain } from './core-supervisor.ts';
import { packs } from './generated/packs.js';
import factory from './generated/returnable_plain.js';

export function plainChecker(): Checker {
  return new Checker(fromPlain(factory), packs);
}
