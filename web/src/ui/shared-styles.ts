import { css } from 'lit';

/** Buttons, fields, headings: the same in every part of the page. */
export const shared = css`
  :host {
    display: block;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset,
  legend,
  figure {
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  legend {
    font-size: 1.0625rem;
    line-height: 1.3;
    font-weight: 650;
    letter-spacing: -0.005em;
  }
  button,
  select,
  input,
  summary {
    font: inherit;
    color: inherit;
    touch-action: manipulation;
  }
  button,
  select,
  input {
    min-height: 44px;
    border: 1px solid var(--edge);
    border-radius: var(--round-small);
    background: var(--sheet);
    padding: 0.5rem 0.875rem;
  }
  button {
    overflow-wrap: anywhere;
  }
  button,
  summary,
  select {
    cursor: pointer;
  }
  button:hover {
    border-color: var(--accent);
    background: var(--accent-wash);
  }
  button[aria-pressed='true'],
  button.main {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--accent-ink);
  }
  button.main:hover {
    filter: brightness(1.07);
  }
  button.main {
    width: 100%;
    min-height: 54px;
    font-weight: 650;
    font-size: 1.0625rem;
    border-radius: 16px;
  }
  button.quiet {
    border-color: transparent;
    background: none;
    color: var(--accent);
    padding-inline: 0.5rem;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    text-decoration-thickness: 1px;
  }
  button.quiet:hover {
    text-decoration-thickness: 2px;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  fieldset:focus-visible {
    outline: none;
  }
  .small {
    font-size: 0.875rem;
    line-height: 1.4;
  }
  .soft {
    color: var(--soft);
  }
  .error {
    color: var(--no);
    font-weight: 600;
    font-size: 0.9375rem;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  summary {
    min-height: 44px;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: '';
    flex: none;
    margin-inline-start: auto;
    width: 0.5rem;
    height: 0.5rem;
    margin-inline-end: 0.25rem;
    border-right: 2px solid currentColor;
    border-bottom: 2px solid currentColor;
    transform: translateY(-25%) rotate(45deg);
    color: var(--soft);
  }
  details[open] > summary::after {
    transform: translateY(25%) rotate(225deg);
  }
  @media print {
    details:not([open]),
    button {
      display: none;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    button {
      transition:
        background-color 0.12s,
        border-color 0.12s;
    }
  }
`;

/** Tells the page of something the shopper did. */
export function emit(from: HTMLElement, name: string, detail: unknown): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}
