/** The list that a tap came from, where it is one that must not move under the finger. */
function anchorOf(event: Event): HTMLElement | undefined {
  return event
    .composedPath()
    .find((node): node is HTMLElement => node instanceof HTMLElement && node.dataset['anchor'] !== undefined);
}

/** Notes where the list stands now; the function returned brings it back there after the page has changed above it. */
export function holdPlace(event: Event): () => void {
  const anchor = anchorOf(event);
  const before = anchor?.getBoundingClientRect().top;
  return () => {
    if (!anchor?.isConnected || before === undefined) return;
    const moved = anchor.getBoundingClientRect().top - before;
    if (moved !== 0) window.scrollBy({ top: moved, behavior: 'instant' });
  };
}
