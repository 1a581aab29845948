import { css } from 'lit';

export const pageStyles = css`
  :host {
    display: block;
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 5;
    background: var(--paper);
    border-bottom: 1px solid var(--line);
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    align-items: center;
    padding: 0.5rem 1rem;
  }
  h1 {
    font-size: 1.125rem;
    line-height: 1.25;
    margin: 0;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    flex: 0 1 auto;
  }
  .state {
    border: 0;
    border-radius: 999px;
    min-height: 2rem;
    padding: 0.125rem 0.75rem;
    font-size: 0.875rem;
    font-weight: 600;
    white-space: nowrap;
    background: var(--sunk);
    color: var(--soft);
  }
  .state.good {
    background: var(--accent-wash);
    color: var(--accent);
  }
  .state.bad {
    background: var(--no-wash);
    color: var(--no);
  }
  .state.warn {
    background: var(--maybe-wash);
    color: var(--maybe);
  }
  .acts {
    margin-inline-start: auto;
    display: flex;
    flex-wrap: wrap;
  }
  .sure {
    flex-basis: 100%;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    padding: 0.375rem 0;
  }
  .tabs {
    display: none;
    flex-basis: 100%;
    gap: 0.25rem;
  }
  .tabs button {
    flex: 1;
    min-width: 0;
    padding-inline: 0.25rem;
    border-color: transparent;
    background: none;
    border-radius: 10px;
  }
  .tabs button[aria-selected='true'] {
    background: var(--sheet);
    border-color: var(--edge);
    font-weight: 650;
  }
  .panes {
    display: grid;
    grid-template-columns: minmax(21rem, 1fr) minmax(22rem, 1.15fr) minmax(21rem, 0.95fr);
    height: calc(100vh - var(--bar, 3.75rem));
  }
  .pane {
    min-width: 0;
    min-height: 0;
    overflow: auto;
    padding: 1.25rem 1rem 3rem;
  }
  .pane + .pane {
    border-inline-start: 1px solid var(--line);
  }
  .json {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    padding: 0;
    background: var(--sheet);
    overflow: hidden;
  }
  .json fault-list {
    max-height: 16rem;
    overflow: auto;
    border-top: 1px solid var(--line);
    background: var(--sheet);
  }
  .try {
    display: grid;
    gap: 2rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
  }
  @media (max-width: 67rem) {
    .tabs {
      display: flex;
    }
    .panes {
      display: block;
      height: auto;
    }
    .pane {
      display: none;
      border: 0 !important;
      overflow: visible;
      max-width: 44rem;
      margin: 0 auto;
    }
    .pane[data-open] {
      display: block;
    }
    .json[data-open] {
      display: grid;
      max-width: none;
      height: calc(100vh - var(--bar, 7rem));
      height: calc(100dvh - var(--bar, 7rem));
    }
    .try[data-open] {
      display: grid;
    }
    .tabs {
      order: 3;
    }
  }
  @media (max-width: 30rem) {
    .bar {
      padding: 0.25rem 0.75rem 0.5rem;
    }
    h1 {
      position: absolute;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    .acts button {
      font-size: 0.9375rem;
    }
  }
`;
