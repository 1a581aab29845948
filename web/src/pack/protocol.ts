// What the page asks of its worker, and what comes back.
import type { Case, Fault, PackInfo, SweepDay, Verdict } from '../engine/types.ts';
import type { Finding } from './findings.ts';
import type { Sheet, SheetResult } from './sheets.ts';

export interface Question {
  number: number;
  /** The pack; null where it has not changed since the last question. */
  text: string | null;
  given: Case;
  /** Days of the strip, first and last. */
  days: { from: string; to: string };
  sheets: Sheet[];
}

export interface Answer {
  number: number;
  findings: Finding[];
  /** How many there are in all; the list may be shorter. */
  found: number;
  /** null while the pack has errors. */
  info: PackInfo | null;
  verdict: Verdict | null;
  caseFaults: Fault[];
  /** Of each sheet; empty while the pack has errors. */
  sheets: SheetResult[];
  sweep: SweepDay[];
  /** Set where nothing runs here. */
  broken?: string;
}

/** Nothing was found out, for the reason that `broken` says. */
export function noAnswer(number: number, broken: string): Answer {
  return {
    number,
    findings: [],
    found: 0,
    info: null,
    verdict: null,
    caseFaults: [],
    sheets: [],
    sweep: [],
    broken,
  };
}
