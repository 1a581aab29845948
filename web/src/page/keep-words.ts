// English is in the list of what is kept for everybody. The files of another language are kept once they were used: those
// that came before the worker was ready here, later ones by the worker itself (web/scripts/build.mjs).
const ofLanguages = /\/(languages-[\w-]+|words-[\w-]+|[\w-]+\.(?!en\.)[A-Za-z-]+\.[0-9a-f]{8})\.js$/;
const most = 60; // files; older editions go first

export async function keepWords(): Promise<void> {
  try {
    await navigator.serviceWorker.ready;
    const used = performance.getEntriesByType('resource').map(({ name }) => name);
    const words = await caches.open('returnable-words');
    await words.addAll([...new Set(used.filter((name) => ofLanguages.test(name)))]);
    for (const old of (await words.keys()).slice(0, -most)) await words.delete(old);
  } catch {
    // Without them the page speaks English where there is no network.
  }
}
