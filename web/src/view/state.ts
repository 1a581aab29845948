/** The last thing that happened in the case, and its sentence; both '' at the start. */
export interface State {
  id: string;
  text: string;
  /** The shopper's own step that answers it. */
  next: string;
  /** What else is to be said of it. */
  note: string;
}

export const noState: State = { id: '', text: '', next: '', note: '' };
