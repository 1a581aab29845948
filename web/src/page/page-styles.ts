import { css } from 'lit';

export const pageStyles = css`
  .page {
    max-width: 34rem;
    margin: 0 auto;
    padding: 0.5rem min(1rem, 5vw) 2rem;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
  }
  .asked,
  .answer,
  .rest {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5rem;
    align-content: start;
  }
  my-returns {
    padding: 0.25rem 1rem;
    background: var(--sheet);
    border: 1px solid var(--line);
    border-radius: var(--round);
  }
  .banner {
    background: var(--wait-wash);
    border-radius: var(--round-small);
    padding: 0.25rem 0.875rem;
    padding-inline: 0.875rem 0.375rem;
    min-height: 44px;
    font-size: 0.9375rem;
    line-height: 1.3;
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: center;
    justify-content: space-between;
  }
  @media (min-width: 40rem) {
    .page {
      max-width: 46rem;
      padding: 2rem 2rem 4rem;
      gap: 1.25rem;
    }
    my-returns {
      padding: 0.25rem 1.5rem;
    }
  }
  @media (min-width: 64rem) {
    .page {
      max-width: 72rem;
      grid-template-columns: minmax(0, 1fr) minmax(0, 27rem);
      grid-template-rows: auto;
      column-gap: 2.5rem;
      align-items: start;
    }
    .head,
    .banner,
    page-footer {
      grid-column: 1 / -1;
    }
    .asked,
    .rest,
    .page > my-returns {
      grid-column: 1;
    }
    .answer {
      grid-column: 2;
      grid-row: span 2;
      position: sticky;
      top: 1rem;
      max-height: calc(100vh - 2rem);
      overflow: auto;
    }
  }
  .paper {
    display: none;
  }
  .paper::after {
    content: ' ' attr(data-link);
  }
  @media print {
    .paper {
      display: block;
      margin: 0.5rem 0;
      font-size: 0.875rem;
      overflow-wrap: anywhere;
    }
    .banner {
      display: none;
    }
    .page {
      display: block;
      max-width: none;
    }
    .asked > :not(said-rows),
    order-items,
    my-returns {
      display: none;
    }
    .rest {
      margin-top: 1rem;
    }
  }
`;
