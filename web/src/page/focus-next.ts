const questions = 'fieldset, button.main, copy-message button';

/** The first question or main button in the order of the page, through the shadow roots of its parts. */
function nextIn(root: ParentNode, wanted: string): HTMLElement | null {
  for (const node of root.querySelectorAll<HTMLElement>('*')) {
    if (node.matches(wanted)) return node;
    const inner = node.shadowRoot ? nextIn(node.shadowRoot, wanted) : null;
    if (inner) return inner;
  }
  return null;
}

/** Who answers by keyboard or by ear goes on where the next question stands; nothing scrolls unless it was asked for. */
export function focusNext(root: ParentNode, scroll = false, wanted = questions): void {
  const next = nextIn(root, wanted);
  next?.focus({ preventScroll: true });
  if (scroll) next?.scrollIntoView({ block: 'nearest' });
}
