import { css } from 'lit';

// !important on :host wins over whatever the host's sheets say of the element, important or not.
export const widgetStyles = css`
  :host {
    display: block !important;
    box-sizing: border-box !important;
    width: auto !important;
    max-width: 100% !important;
    min-width: 0 !important;
    min-height: 44em !important;
    height: auto !important;
    margin: var(--return-checker-margin, 1em 0) !important;
    padding: 0 !important;
    position: relative !important;
    overflow: visible !important;
    opacity: 1 !important;
    visibility: visible !important;
    transform: none !important;
    filter: none !important;
    float: none !important;
    columns: auto !important;
    text-transform: none !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    white-space: normal !important;
    writing-mode: horizontal-tb !important;
    --ink: var(--return-checker-ink, currentColor);
    --ground: var(--return-checker-ground, transparent);
    --accent: var(--return-checker-accent, currentColor);
    --round: var(--return-checker-radius, 0.75em);
    --edge: color-mix(in srgb, currentColor 55%, transparent);
    --line: color-mix(in srgb, currentColor 22%, transparent);
    --wash: color-mix(in srgb, currentColor 6%, transparent);
  }
  :host([data-theme='light']),
  :host([data-theme='dark']),
  :host([data-theme='auto']) {
    --ink: var(--return-checker-ink, light-dark(#26221c, #f3eee5));
    --ground: var(--return-checker-ground, light-dark(#fffdf9, #23201c));
    --accent: var(--return-checker-accent, light-dark(#0f5f52, #7fd0bd));
  }
  :host([data-theme='light']) {
    color-scheme: light !important;
  }
  :host([data-theme='dark']) {
    color-scheme: dark !important;
  }
  * {
    box-sizing: border-box;
    margin: 0;
    padding: 0;
  }
  .box {
    font-size: clamp(14px, 1em, 19px);
    line-height: 1.4;
    font-style: normal;
    text-align: start;
    color: var(--ink);
    background: var(--ground);
    border: 1px solid var(--line);
    border-radius: var(--round);
    padding: 1em;
    min-height: 44em;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 0.75em;
    overflow-wrap: break-word;
  }
  .lead {
    font-size: 1.25em;
    line-height: 1.25;
    font-weight: 700;
    color: var(--accent);
  }
  .act {
    color: var(--ink);
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
    min-height: 11em;
    align-content: start;
  }
  .small,
  dt {
    font-size: 0.875em;
  }
  dl {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(5.5em, 100%), 1fr));
    gap: 0.5em;
    border-block: 1px solid var(--line);
    padding-block: 0.5em;
  }
  dd {
    font-size: 0.9375em;
    line-height: 1.25;
  }
  dd,
  .main,
  legend,
  .error {
    font-weight: 650;
  }
  .ask {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    align-content: start;
    min-height: 19em;
  }
  fieldset {
    border: 0;
    min-width: 0;
  }
  .choices {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
    gap: 0.5em;
    margin-top: 0.5em;
  }
  button,
  input {
    font: inherit;
    color: inherit;
    min-height: 44px;
    padding: 0.4em 0.75em;
    background: var(--wash);
    border: 1px solid var(--edge);
    border-radius: calc(var(--round) * 0.7);
    text-align: start;
    cursor: pointer;
    max-width: 100%;
  }
  .few {
    grid-template-columns: repeat(auto-fit, minmax(4.5em, 1fr));
  }
  .quiet {
    background: none;
    border-color: transparent;
  }
  button:hover {
    border-color: var(--accent);
  }
  .main {
    width: 100%;
    text-align: center;
    border: 2px solid var(--accent);
  }
  .fold {
    display: flex;
    justify-content: space-between;
    gap: 0.5em;
    border-color: var(--line);
  }
  .fold b {
    white-space: nowrap;
  }
  .fold b,
  .quiet,
  a {
    color: var(--accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .chips button {
    border-radius: 2em;
    font-size: 1em;
    margin: 0.125em;
  }
  .note {
    border-inline-start: 3px solid var(--accent);
    padding-inline-start: 0.5em;
  }
  pre {
    font: inherit;
    white-space: pre-wrap;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: end;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  fieldset:focus-visible {
    outline: none;
  }
  .hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
`;
