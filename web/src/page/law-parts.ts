// What only a page with a law shows: fetched with the first country's laws.
export { LawFiles } from '../engine/law-files.ts';
export { lawCard } from '../view/law-card.ts';
export { payLadder } from '../view/pay-ladder.ts';
import './law-ladder.ts';
import './law-note.ts';
