import { language, sourceLanguage, t } from '../i18n/index.ts';

// The page keeps itself for when there is no network. A new edition waits until the shopper asks for it: nothing
// changes under his hands.

function offer(waiting: ServiceWorker) {
  if (document.querySelector('.update')) return;
  const bar = document.createElement('div');
  bar.className = 'update';
  bar.setAttribute('role', 'status');
  const words = document.createElement('span');
  words.textContent = t('update.ready');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = t('update.use');
  button.addEventListener('click', () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    waiting.postMessage({ type: 'SKIP_WAITING' });
  });
  bar.append(words, button);
  document.body.append(bar);
}

/** What is folded under the answer: it comes behind it. */
export async function loadDetails(): Promise<void> {
  await import('./answer-details.ts').catch((cause: unknown) =>
    console.info('The details did not come.', String(cause)),
  );
}

const second_try_ms = 10_000;

/** Where nothing is kept yet and one file of the list does not come, it is tried a second time. */
export async function keepForOffline(tries = 2): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  try {
    const kept = await navigator.serviceWorker.register('./sw.js', { updateViaCache: 'none' });
    const look = () => {
      const { installing, waiting } = kept;
      if (waiting && navigator.serviceWorker.controller) offer(waiting);
      if (installing) installing.addEventListener('statechange', look);
      else if (!waiting && !kept.active && tries > 1)
        setTimeout(() => void keepForOffline(tries - 1), second_try_ms);
    };
    kept.addEventListener('updatefound', look);
    look();
    if (language() !== sourceLanguage) void import('./keep-words.ts').then(({ keepWords }) => keepWords());
  } catch {
    // A private window or a frame without storage: the page works, only not without a network.
  }
}
