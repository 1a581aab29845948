// The draft stays in this browser until the author starts anew.
import type { Sample } from './sample-case.ts';
import type { Sheet } from './sheets.ts';

export interface Draft {
  text: string;
  sheets: Sheet[];
  sample: Sample;
}

const key = 'returnable-pack-draft';

/** False where the browser stores nothing for this site, or has no room. */
export function keepDraft(draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function readDraft(): Draft | null {
  try {
    const draft = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Draft> | null;
    const { text, sheets, sample } = draft ?? {};
    if (typeof text !== 'string' || !Array.isArray(sheets) || typeof sample?.as_of !== 'string') return null;
    return { text, sheets, sample: { as_of: sample.as_of, facts: { ...sample.facts } } };
  } catch {
    return null;
  }
}

export function dropDraft(): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Then there is none.
  }
}
