import type { Step } from '../engine/index.ts';

/** The last thing that happened in the case, and its sentence; both '' at the start. */
export interface State {
  id: string;
  text: string;
  /** The shopper's own step that answers it. */
  next: string;
  /** What else is to be said of it. */
  note: string;
  /** The step that is awaited, where the rules name one that is not promised yet; '' otherwise. */
  awaits?: string;
  /** Who takes that step. */
  actor?: Step['actor'];
  /** Nothing to be glad of, though there is something to do. */
  bad?: boolean;
  /** They have agreed to it. */
  sure?: boolean;
}

export const noState: State = { id: '', text: '', next: '', note: '' };
