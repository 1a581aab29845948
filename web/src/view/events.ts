import data from '../answers/events.json';
import type { Facts, FactValue } from '../answers/facts.ts';
import { fulfils, type Condition } from '../answers/match.ts';
import { t } from '../i18n/index.ts';
import { leading, openSteps, type AnswerView } from './selectors.ts';

/** Something that can happen in a case: the facts that say so, and the steps that it ends or answers. */
export interface EventSpec {
  id: string;
  /** The fact that holds its day. */
  date?: string;
  /** The day lies ahead: a last day that somebody granted. */
  future?: boolean;
  /** Facts that go with it. */
  sets?: Facts;
  /** A fact whose value is asked first: what was offered, how it ended. */
  asks?: string;
  steps?: string[];
  /** Where the first screen offers it. */
  group?: string;
  /** The shopper's own step that answers it. */
  next?: string;
  when?: Condition;
}

export interface EventView {
  id: string;
  text: string;
  spec: EventSpec;
}

export const events = data.events as unknown as EventSpec[];
const shownAtFirst = 4;

function given(value: FactValue | undefined): boolean {
  return value !== undefined && value !== null;
}

/** True where the facts say that it happened. */
export function happened(spec: EventSpec, facts: Facts): boolean {
  const { date, sets = {}, asks, when } = spec;
  return (
    (date === undefined || typeof facts[date] === 'string') &&
    (asks === undefined || given(facts[asks])) &&
    Object.entries(sets).every(([id, value]) => facts[id] === value) &&
    fulfils(facts, { not: when?.not ?? {} })
  );
}

function view(spec: EventSpec, shop: string): EventView {
  return { id: spec.id, text: t(`event.${spec.id}`, { shop }), spec };
}

/** The furthest thing that happened, or undefined at the start. */
export function latest(facts: Facts): EventSpec | undefined {
  return events.findLast((spec) => happened(spec, facts));
}

/** What may have happened by now: what answers an open step first, the rest behind it. */
export function eventsFor(answerView: AnswerView): { likely: EventView[]; rest: EventView[] } {
  const { facts } = answerView.answers;
  const open = new Set(openSteps(leading(answerView.verdict)).map((step) => step.id as string));
  const possible = events.filter((spec) => {
    const taken = spec.date !== undefined && typeof facts[spec.date] === 'string';
    return !happened(spec, facts) && (!taken || spec.asks !== undefined) && fulfils(facts, spec.when);
  });
  const likely = possible.filter((spec) => spec.steps?.some((id) => open.has(id))).slice(0, shownAtFirst);
  const rest = possible.filter((spec) => !likely.includes(spec));
  return {
    likely: likely.map((spec) => view(spec, answerView.shop)),
    rest: rest.map((spec) => view(spec, answerView.shop)),
  };
}

/** The groups of the first screen, each with its events, for who has started already. */
export function startedGroups(shop: string): { id: string; text: string; events: EventView[] }[] {
  const groups = [...new Set(events.flatMap((spec) => spec.group ?? []))];
  return groups.map((id) => ({
    id,
    text: t(`events.group.${id}`),
    events: events.filter((spec) => spec.group === id).map((spec) => view(spec, shop)),
  }));
}

export function eventOfStep(step: string): EventSpec | undefined {
  return events.find((spec) => spec.steps?.[0] === step && spec.date && !spec.asks && !spec.sets);
}
