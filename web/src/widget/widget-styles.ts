import { css, unsafeCSS } from 'lit';
import { baseStyles } from './base-styles.ts';

export const widgetStyles = css`
  ${unsafeCSS(baseStyles)}
  :host {
    width: auto !important;
    max-width: 100% !important;
    min-width: 0 !important;
    height: auto !important;
    position: relative !important;
    float: none !important;
    opacity: 1 !important;
    visibility: visible !important;
    transform: none !important;
    filter: none !important;
    columns: auto !important;
    text-transform: none !important;
    letter-spacing: normal !important;
    word-spacing: normal !important;
    text-indent: 0 !important;
    text-shadow: none !important;
    white-space: normal !important;
    writing-mode: horizontal-tb !important;
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
  dt {
    font-size: 0.875em;
  }
  .main,
  dd,
  .error {
    font-weight: 650;
  }
  button,
  input {
    cursor: pointer;
  }
  .quiet,
  a {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button:hover {
    border-color: var(--accent);
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .box {
    font-style: normal;
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
  .few {
    grid-template-columns: repeat(auto-fit, minmax(4.5em, 1fr));
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
