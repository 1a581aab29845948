// The whole engine as plain JavaScript, for where WebAssembly is blocked or missing. A file of its own
// (return-checker.plain.HASH.js), fetched by page, widget and iframe only then.
import { Checker } from '../checker/checker.ts';
import { fromPlain } from '../checker/engine.ts';
import { packs } from '../checker/generated/packs.js';
import factory from '../checker/generated/returnable_plain.js';

export function plainChecker(): Checker {
  return new Checker(fromPlain(factory), packs);
}
