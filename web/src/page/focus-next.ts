const questions = 'fieldset, button.main, copy-message button';

/** The first question or main button in the order of the page, through the shadow roots of its parts. */
function nextIn(root: ParentNode): HTMLElement | null {
  for (const node of root.querySelectorAll<HTMLElement>('*')) {
    if (node.matches(questions)) return node;
    const inner = node.shadowRoot ? nextIn(node.shadowRoot) : null;
    if (inner) return inner;
  }
  return null;
}

/** Who answers by keyboard or by ear goes on where the next question stands; nothing scrolls. */
export function focusNext(root: ParentNode): void {
  nextIn(root)?.focus({ preventScroll: true });
}
