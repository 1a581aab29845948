// Case in, Verdict out, as the JSON is spelled. Written by hand; tests/node/types.test.mjs holds every sheet's verdict to them.

/** A civil day, `YYYY-MM-DD`, 1970-01-01 to 2199-12-31. Never a Date: that would shift it by the time zone. */
export type Day = string;

/** `null` says: asked, and the shopper cannot say. That is not the same as a fact left out. */
export type FactValue = string | number | boolean | null;
export type Facts = { [fact: string]: FactValue | undefined };

export interface CaseItem {
  id: string;
  facts?: Facts;
}

/** One order from one seller. Without `items` it is one item, `item`, and `facts` holds its facts too. */
export interface Case {
  as_of: Day;
  currency?: string;
  facts: Facts;
  items?: CaseItem[];
}

/** What can be asked: an object, or its JSON as text or as UTF-8 bytes. */
export type CaseInput = Case | string | Uint8Array;
/** A policy pack: an object, or its JSON as text or as UTF-8 bytes. */
export type PackInput = object | string | Uint8Array;

/** One fault. `code` is what to word it by, `path` a JSON Pointer into the input, `message` English for developers. */
export interface Fault {
  code: string;
  path: string;
  message: string;
}

/** What in a pack without faults nobody would see. `message` names the cure. */
export interface Warning extends Fault {
  severity: 'warning';
}

export type Status = 'allowed' | 'conditional' | 'contested' | 'not_yet' | 'expired' | 'refused' | 'not_covered';
export type Remedy =
  | 'refund_on_return'
  | 'refund_without_return'
  | 'partial_refund'
  | 'replacement'
  | 'exchange'
  | 'repair'
  | 'cancellation'
  | 'goodwill_return'
  | 'store_credit'
  | 'chargeback'
  | (string & {}); // a pack may name more
export type Payer = 'buyer' | 'seller' | 'platform';
export type Phase = 'start' | 'your_turn' | 'waiting' | 'late' | 'done';
export type Unit = 'calendar_days' | 'business_days' | 'calendar_months' | 'calendar_years';
export type Actor = 'buyer' | 'seller' | 'platform' | 'carrier' | 'bank';
export type StepState = 'done' | 'due' | 'waiting' | 'overdue' | 'skipped' | 'later';
export type StepId =
  | 'contact_seller'
  | 'gather_evidence'
  | 'open_dispute'
  | 'request_return'
  | 'platform_processing'
  | 'seller_reply'
  | 'escalate_claim'
  | 'ship_back'
  | 'add_tracking'
  | 'transit'
  | 'inspection'
  | 'refund_issued'
  | 'refund_arrives'
  | 'warranty_claim'
  | 'chargeback'
  | 'ask_to_cancel'
  | 'cancel_answer'
  | 'follow_up'
  | 'platform_decision'
  | 'answer_offer'
  | 'ask_for_address'
  | 'claim_with_carrier'
  | 'declare_withdrawal'
  | 'report_fault'
  | 'put_right'
  | 'bank_decides'
  | 'set_extra_period'
  | 'end_contract'
  | 'open_payment_dispute'
  | 'raise_to_claim'
  | 'reject'
  | 'refund_agreed'
  | 'money_back'
  | 'write_to_card_issuer'
  | 'issuer_acknowledges'
  | 'issuer_decides'
  | (string & {}); // a pack may name more

export interface Opens {
  earliest: Day | null;
  /** null where it hangs on a date that was not given. */
  sure: Day | null;
}

export interface ActBy {
  /** In time under every reading that counts. */
  safe: Day | null;
  /** In time under the most generous one. */
  last: Day | null;
}

export interface RefundBy {
  earliest: Day | null;
  latest: Day | null;
  basis: 'stated' | 'estimate';
}

/** The length of the buyer's window, there before any date is known. */
export interface Window {
  after: string;
  safe: number;
  last: number;
  unit: Unit;
}

export interface Step {
  id: StepId;
  actor: Actor;
  state: StepState;
  opens: Opens | null;
  act_by: ActBy | null;
  done_on?: Day;
  advised_by?: Day;
  projected: boolean;
  clauses: string[];
}

export interface Reason {
  rule: string;
  slot: string;
  held: 'yes' | 'unknown';
  /** Of grounds and condition. */
  says?: 'yes' | 'no' | 'may' | 'depends';
  clauses: string[];
}

export interface Reading {
  value: string;
  /** false: set aside. It is shown, and decides nothing. */
  counts: boolean;
  why?: string;
  clauses: string[];
}

export interface Conflict {
  id: string;
  slot: string;
  readings: Reading[];
  /** Of an ambiguity that has no readings. */
  clauses?: string[];
}

export interface Assumption {
  fact: string;
  /** null: taken as not having happened. */
  value: FactValue | { min: number; max: number };
  /** A figure that no source gives. */
  basis?: 'assumption';
}

export interface Entitlement {
  remedy: Remedy;
  kind: 'promise' | 'statutory' | 'last_resort';
  policy: string;
  /** Against whom it runs. */
  owed_by?: 'seller' | 'platform' | 'bank' | 'payment_service';
  status: Status;
  window: Window | null;
  opens: Opens | null;
  act_by: ActBy | null;
  /** No source gives an end. */
  /** Serves what the case says it `wants`. */
  wanted?: boolean;
  act_by_unknown?: boolean;
  /** The first is the one to budget for. Empty: nothing is sent back. null: no source speaks of it. */
  return_shipping: Payer[] | null;
  refund_by: RefundBy | null;
  steps: Step[];
  evidence: string[];
  advice: string[];
  reasons: Reason[];
  conflicts: Conflict[];
  assumes: Assumption[];
  missing: string[];
  silent_on: string[];
  /** act_by, opens, refund_by: the dates and numbers without which a side of it is unknown. */
  hangs_on?: { act_by?: string[]; opens?: string[]; refund_by?: string[] };
  support?: string[];
  location?: string[];
  /** What must not be done now; to stand beside the headline. */
  warnings?: string[];
  /** What is taken off the money: names in the pack's `deductions`. */
  deductions?: string[];
  problems?: 'outside_calendar'[];
}

export interface ItemVerdict {
  id: string;
  /** Of its best promise. */
  status: Status;
  /** The word of `wants` that no entitlement here serves. */
  unserved_want?: string;
  /** Best first. */
  entitlements: Entitlement[];
}

/** The best thing that a law adds to what the headline's promise gives. The headline itself is the shop's. */
export interface Beside {
  item: string;
  entitlement: number;
  /** In what it is better. */
  adds: ('status' | 'act_by' | 'return_shipping' | 'refund_by')[];
  /** Its last day lies before the promise's safe one. */
  ends_first: boolean;
  /** The open fact whose answer would change it. */
  question: { fact: string; why: Slot[] } | null;
}

export interface Headline {
  item: string;
  entitlement: number | null;
  phase: Phase;
  /** null where no law adds anything, or the matter is done. */
  beside: Beside | null;
}

/** What an answer could change. */
export type Slot = 'status' | 'act_by' | 'opens' | 'return_shipping' | 'refund_by';

export interface Question {
  fact: string;
  items: string[];
  /** The slots that the answer could change, weightiest first. */
  why: Slot[];
  /** The answer is yes already; only a later last day could be gained. */
  bonus?: boolean;
}

/** How much a source weighs. */
export type Tier = 'law' | 'platform_page' | 'copy_of_platform_page' | 'scheme_rule' | 'guide' | 'own_advice';

export interface Clause {
  source: string;
  section: string;
  says: string;
  /** Of `says`, where it is not English. */
  language?: string;
  tier?: Tier;
  /** The source's address. */
  link?: string;
  /** The day of the version that was read. */
  text_of?: Day;
}

/**
 * What `check` gives is the caller's own but for its clauses, conflicts, reasons and assumptions: these are frozen, since
 * the other verdicts of the same pack share them. An item's entitlements share steps and lists of codes.
 */
export interface Verdict {
  as_of: Day;
  policy: string;
  /** When its sources were read; null where no edition of it is in force. */
  checked_on: Day | null;
  headline: Headline;
  items: ItemVerdict[];
  /** null when nothing asked could change the answer. */
  next_question: Question | null;
  /** Those that the verdict cites, by id. */
  clauses: { [id: string]: Clause };
}

/** Status and payers, without explanation. */
export interface AnsweredCase {
  as_of: Day;
  /** `beside_status`: of the best that a law gives. */
  items: { id: string; status: Status; return_shipping: Payer[] | null; beside_status: Status | null }[];
}

/** One day of a sweep. */
export type SweepDay = AnsweredCase | { as_of: Day; errors: Fault[] };

export interface PackFact {
  kind: 'yes_no' | 'choice' | 'number' | 'date' | 'word';
  values?: string[];
  prompt?: string;
  hint?: string;
  range?: [number, number];
}

export interface PackSource {
  id: string;
  title: string;
  kind: string;
  tier: Tier;
  date: Day | null;
  link?: string;
  text_of?: Day;
}

export interface PackInfo {
  id: string;
  name: string;
  checked_on: Day;
  /** Of a law: the countries in which it stands beside every shop. */
  governs?: string[];
  /** null: without end on that side. */
  effective: { from: Day | null; to: Day | null };
  remedies: Remedy[];
  facts: { [fact: string]: PackFact };
  sources: PackSource[];
  /** So many months after `checked_on` its answers should say how old they are. */
  review_after_months: number;
  /** The remedies that give store credit in place of money. */
  store_credit?: Remedy[];
  deductions?: { [code: string]: Deduction };
  /** Sentences for steps, codes and remedies of the pack's own, by their name. */
  words?: { [name: string]: string };
}

/** What is taken off the money: a fixed amount in minor units, or a share of the price; neither where only the sentence says it. */
export interface Deduction {
  says: string;
  amount?: number;
  currency?: string;
  percent?: number;
}
