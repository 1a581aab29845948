import { css } from 'lit';

export const sampleStyles = css`
  :host {
    display: grid;
    gap: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .case {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem;
  }
  .wide,
  .given {
    grid-column: 1 / -1;
  }
  .given {
    display: flex;
    gap: 0.25rem;
    align-items: end;
  }
  .given .field {
    flex: 1;
  }
  label.field {
    display: grid;
    gap: 0.25rem;
    align-content: start;
    min-width: 0;
  }
  .label,
  .note {
    font-size: 0.875rem;
    line-height: 1.4;
    color: var(--soft);
  }
  input,
  select {
    width: 100%;
    min-width: 0;
    padding: 0.5rem 0.625rem;
  }
  .answer {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  button.main[disabled] {
    opacity: 0.55;
    cursor: default;
  }
  section {
    margin-top: 0.75rem;
  }
  h3 {
    font-size: 0.9375rem;
    margin: 0 0 0.5rem;
  }
  .empty {
    padding: 1.5rem 1rem;
    border: 1px dashed var(--edge);
    border-radius: var(--round);
    color: var(--soft);
    text-align: center;
  }
`;
