import { css } from 'lit';

export const formStyles = css`
  form {
    display: grid;
    gap: 1.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  section {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  h2 {
    padding-bottom: 0.375rem;
    border-bottom: 1px solid var(--line);
  }
  label.field,
  .stack {
    display: grid;
    gap: 0.25rem;
    min-width: 0;
    align-content: start;
  }
  .label {
    font-size: 0.875rem;
    color: var(--soft);
  }
  input,
  select,
  textarea {
    width: 100%;
    min-width: 0;
    padding: 0.5rem 0.625rem;
  }
  .error,
  .help {
    font-size: 0.8125rem;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .error {
    color: var(--no);
  }
  .help {
    color: var(--soft);
  }
  .line .error {
    order: 1;
    flex-basis: 100%;
  }
  .missing {
    display: none;
  }
  input:invalid + .missing {
    display: block;
  }
  [aria-invalid='true'],
  input[required]:invalid {
    border-color: var(--no);
  }
  textarea {
    font: inherit;
    line-height: 1.4;
    color: inherit;
    background: var(--sheet);
    border: 1px solid var(--edge);
    border-radius: var(--round-small);
    resize: vertical;
    field-sizing: content;
    min-height: 2.75rem;
    max-height: 14rem;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .line input[type='number'] {
    width: 4.75rem;
  }
  .line select {
    width: auto;
    max-width: 100%;
    flex: 0 1 auto;
  }
  .source {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    padding: 0.75rem;
    background: var(--sunk);
    border-radius: var(--round-small);
  }
  .note {
    font-size: 0.875rem;
    line-height: 1.4;
    color: var(--soft);
  }
  input[type='checkbox'] {
    width: 1.25rem;
    height: 1.25rem;
    min-height: 0;
    margin: 0;
    flex: none;
    accent-color: var(--accent);
  }
  .choice {
    display: flex;
    gap: 0.625rem;
    align-items: center;
    min-height: 2.5rem;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th {
    font-size: 0.8125rem;
    font-weight: 600;
    color: var(--soft);
    text-align: start;
    vertical-align: bottom;
    padding: 0 0.25rem 0.25rem 0;
  }
  td {
    padding: 0.125rem 0.25rem 0.125rem 0;
    border-top: 1px solid var(--line);
  }
  td:first-child label {
    display: flex;
    gap: 0.5rem;
    align-items: center;
    min-height: 2.75rem;
    line-height: 1.25;
  }
  td select {
    min-width: 7.25rem;
    min-height: 2.5rem;
    padding: 0.25rem 0.375rem;
  }
  td {
    vertical-align: middle;
  }
  td input[type='checkbox'] {
    vertical-align: middle;
  }
  .middle {
    text-align: center;
  }
  button.add {
    justify-self: start;
  }
`;
