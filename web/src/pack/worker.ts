// Compiles the pack and answers for it, off the page's own thread.
import { today } from '../answers/days.ts';
import { Checker } from '../engine/checker.ts';
import type { PackCompiler } from '../engine/compiler.ts';
import type { MakeCore } from '../engine/core.ts';
import { CaseError, PackError } from '../engine/errors.ts';
import { loadEngine, loadPackCompiler } from '../engine/load-own.ts';
import type { Case, Fault, PackInfo, Verdict } from '../engine/types.ts';
import beside from './templates/beside-law.json';
import { placed, type Finding, type Severity } from './findings.ts';
import { noAnswer, type Answer, type Question } from './protocol.ts';
import { checkSheet } from './sheets.ts';

const started = Promise.all([loadEngine(undefined, 10_000), loadPackCompiler(undefined, 10_000)]);

interface Compiled {
  findings: Finding[];
  found: number;
  checker: Checker | null;
  info: PackInfo | null;
}

const marked = (faults: Fault[], severity: Severity) => faults.map((fault) => ({ ...fault, severity }));

/** What the compiler warns of; none from a compiler that knows no warnings. */
function warningsOf(compiler: PackCompiler, text: string): Fault[] {
  const warning = compiler as { warnings?: (text: string, as_of: string) => Fault[] };
  return warning.warnings?.(text, today()) ?? [];
}

/** A fresh engine each time: packs can be added to one, not taken out. */
function compiled(text: string, make: MakeCore, compiler: PackCompiler): Compiled {
  try {
    const { archive, sentences } = compiler.compile(text);
    const checker = new Checker(make, compiler);
    // A law stands beside a shop; here it is beside one that promises nothing.
    if (sentences.info.governs) checker.addPack(beside);
    checker.addCompiled(archive, [sentences]);
    const warnings = marked(warningsOf(compiler, text), 'warning');
    return { findings: placed(text, warnings), found: warnings.length, checker, info: sentences.info };
  } catch (cause) {
    if (!(cause instanceof PackError)) throw cause;
    const errors = marked(cause.errors, 'error');
    return { findings: placed(text, errors), found: errors.length, checker: null, info: null };
  }
}

/** The verdict, seen from the law where the pack is one: the page shows its right as it shows a shop's promise. */
function seenFrom(verdict: Verdict, info: PackInfo): Verdict {
  if (!info.governs) return verdict;
  const { headline } = verdict;
  const item = verdict.items.find(({ id }) => id === headline.item);
  const entitlement = item?.entitlements.findIndex(({ policy }) => policy === info.id) ?? -1;
  return { ...verdict, headline: { ...headline, entitlement: entitlement < 0 ? null : entitlement } };
}

/** The case, asked about this pack whatever it is called now. */
function ofPack(given: Case, { id, governs }: PackInfo): Case {
  const country = !governs
    ? {}
    : { country: given.facts['country'] ?? (governs.length === 1 ? governs[0] : 'US') };
  return { ...given, facts: { ...given.facts, ...country, marketplace: governs ? beside.id : id } };
}

function answered<T>(ask: () => T): { value: T | null; faults: Fault[] } {
  try {
    return { value: ask(), faults: [] };
  } catch (cause) {
    if (!(cause instanceof CaseError)) throw cause;
    return { value: null, faults: cause.errors };
  }
}

let last: Compiled = { findings: [], found: 0, checker: null, info: null };

async function answerTo(question: Question): Promise<Omit<Answer, 'number'>> {
  const [make, compiler] = await started;
  if (question.text !== null) last = compiled(question.text, make, compiler);
  const { checker, info, findings, found } = last;
  const nothing = { findings, found, info: null, verdict: null, caseFaults: [], sheets: [], sweep: [] };
  if (!checker || !info) return nothing;
  const given = ofPack(question.given, info);
  const { value, faults } = answered(() => checker.check(given));
  const sweep = answered(() => checker.sweep(given, question.days)).value ?? [];
  const sheets = question.sheets.map((sheet) => {
    const { value: verdict, faults: errors } = answered(() => checker.check(sheet.given));
    return checkSheet(sheet, verdict ?? { errors }, info);
  });
  return {
    findings,
    found,
    info,
    verdict: value && seenFrom(value, info),
    caseFaults: faults,
    sheets,
    sweep,
  };
}

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const { number } = data;
  answerTo(data).then(
    (answer) => self.postMessage({ number, ...answer } satisfies Answer),
    (cause: unknown) =>
      self.postMessage(noAnswer(number, cause instanceof Error ? cause.message : 'The checker stopped.')),
  );
});
