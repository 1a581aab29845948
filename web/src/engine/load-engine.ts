import { EngineError, loadChecker, type Checker } from './index.ts';

const plainLimit = 2000;

/** The engine as WebAssembly; where that is blocked or missing, as plain JavaScript. */
export async function loadEngine(): Promise<Checker> {
  try {
    return await loadChecker();
  } catch (cause) {
    console.info(
      'WebAssembly did not start; plain JavaScript answers.',
      cause instanceof Error ? cause.message : '',
    );
    const address = new URL(__PLAIN_FILE__, document.baseURI).href;
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new EngineError('Nothing came in time.')), plainLimit);
    });
    const plain = (await Promise.race([import(/* @vite-ignore */ address), late])) as {
      plainChecker(): Checker;
    };
    return plain.plainChecker();
  }
}
