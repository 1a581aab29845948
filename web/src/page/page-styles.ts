import { css } from 'lit';

export const pageStyles = css`
  .page {
    max-width: 34rem;
    margin: 0 auto;
    padding: 0.5rem 1rem 2rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625rem;
  }
  .below {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem;
    margin-top: 0.5rem;
  }
  .below > my-returns {
    padding: 1rem;
    background: var(--sheet);
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .ask {
    min-height: 15rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75rem;
    align-content: start;
  }
  .fold {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    width: 100%;
    text-align: start;
    border-color: var(--line);
    background: var(--sheet);
  }
  .fold b {
    color: var(--accent);
    font-weight: 550;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .banner {
    background: var(--wait-wash);
    border-radius: var(--round-small);
    padding: 0 0.375rem 0 0.875rem;
    padding-inline: 0.875rem 0.375rem;
    min-height: 44px;
    font-size: 0.9375rem;
    line-height: 1.3;
    display: flex;
    gap: 0 0.75rem;
    align-items: center;
    justify-content: space-between;
  }
  .banner button {
    white-space: nowrap;
  }
  @media (min-width: 40rem) {
    .page {
      max-width: 46rem;
      padding: 2.5rem 2rem 4rem;
      gap: 1.25rem;
    }
    .below > my-returns {
      padding: 1.25rem 1.5rem;
    }
    .ask {
      min-height: 11rem;
    }
  }
  @media (min-width: 64rem) {
    .page {
      max-width: 70rem;
      grid-template-columns: minmax(0, 40rem) minmax(0, 1fr);
      column-gap: 2.5rem;
      align-items: start;
    }
    .head,
    .banner,
    page-footer {
      grid-column: 1 / -1;
    }
    .answer {
      grid-column: 1;
    }
    .ask {
      grid-column: 2;
      grid-row: span 2;
    }
    .below {
      grid-column: 1;
      margin-top: 0;
    }
  }
  @media print {
    .page {
      display: block;
      max-width: none;
    }
    .ask,
    order-items,
    .below > my-returns,
    .banner button {
      display: none;
    }
    .below {
      margin-top: 1rem;
    }
  }
`;
