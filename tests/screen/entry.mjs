// The functions behind page and widget that need no browser, as one module made of web/src.
import { rolldown } from '../../web/node_modules/rolldown/dist/index.mjs';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const entry = `
export { speak } from './i18n/index.ts';
export { readFragment, writeFragment } from './answers/url-state.ts';
export { toCase } from './answers/case.ts';
export { withAnswer } from './answers/answering.ts';
export { addDays, daysBetween, isDay } from './answers/days.ts';
export * from './answers/facts.ts';
export { CaseError } from './engine/errors.ts';
export { ask } from './view/run-check.ts';
export { headline, stateLine } from './view/state-line.ts';
export { threeFacts } from './view/summary-cards.ts';
export { itemLines } from './view/items.ts';
export { wholeMonths } from './view/months.ts';
export { nextQuestion } from './view/question.ts';
export { why } from './view/why.ts';
export { eventFact } from './view/selectors.ts';
`;

/** Its text, with one file changed ({ file, text }), and the files that are in it; null where it does not build. */
export async function bundle(mutant = null) {
  const virtual = at('web/src/mutant-entry.ts');
  const plugin = {
    name: 'mutant',
    resolveId: (id) => (id === virtual ? id : undefined),
    load: (id) => (id === virtual ? { code: entry, moduleType: 'ts' } : mutant && id === at(mutant.file) ? { code: mutant.text, moduleType: 'ts' } : undefined),
  };
  try {
    const build = await rolldown({ input: virtual, plugins: [plugin], logLevel: 'silent', platform: 'node' });
    const { output } = await build.generate({ format: 'esm', minify: 'dce-only' });
    await build.close();
    return { code: output.map(({ code }) => code).join('\n'), names: new Set(output.flatMap(({ moduleIds }) => moduleIds)) };
  } catch {
    return null;
  }
}
