// From the facade to the element: its tile that was pressed, or has the focus, is the element's.

/** What the facade left in the element's shadow root. */
export class Facade {
  #box: Element | null;
  #root: ShadowRoot;

  constructor(root: ShadowRoot) {
    this.#root = root;
    this.#box = root.querySelector('.box');
    for (const node of [...root.childNodes]) if (node !== this.#box) node.remove();
  }

  get stands(): boolean {
    return this.#box !== null;
  }

  /** Takes it away; gives the tile that was pressed and the one that had the focus. */
  end(): { pressed: string; focused: string } {
    const pressed = this.#box?.querySelector<HTMLElement>('[data-pressed]')?.dataset['pressed'] ?? '';
    const active = this.#root.activeElement;
    const focused =
      active && this.#box?.contains(active) ? ((active as HTMLElement).dataset['do'] ?? '') : '';
    this.#box?.remove();
    this.#box = null;
    return { pressed, focused };
  }
}
