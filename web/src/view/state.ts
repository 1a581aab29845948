/** The last thing that happened in the case, and its sentence; both '' at the start. */
export interface State {
  id: string;
  text: string;
}

export const noState: State = { id: '', text: '' };
