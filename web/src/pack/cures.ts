// What helps against a fault, for who does not know the language of packs. The message itself says what is wrong and where.
import { keysOf, schemasAt, valuesOf } from './schema.ts';

const cures: Record<string, string> = {
  bad_json: 'Look at the marked place for a comma, a quote or a bracket that is missing or one too many.',
  bad_text: 'Type the marked text again; it holds a character that is cut in half.',
  byte_order_mark: 'Save the file as UTF-8 without a byte order mark.',
  too_large: 'Make it shorter, or move a part into a second file.',
  too_deep: 'Put fewer conditions into one another; a term can name a part of them.',
  duplicate_key: 'Keep one of the two, and take the other out.',
  unknown_key: 'Take it out, or write the name as the message says.',
  missing: 'Add it.',
  wrong_type: 'Write the kind of value that the message asks for.',
  bad_value: 'Write a value that can stand there, as the message says.',
  bad_date: 'Write a day that exists, as YYYY-MM-DD.',
  out_of_range: 'Take a number within the limits that the message names.',
  unknown_name: 'Correct the name, or declare what it names.',
  duplicate_id: 'Give one of the two another id.',
  contradiction: 'Say which of the two counts (“overrides”), or give each a “when” that excludes the other.',
  cycle: 'Let one of them count from an event, such as the day it arrived.',
  too_many: 'Take some out; the limits are in the description of the pack language.',
};

const offered = {
  missing: 'Add it; press Ctrl and Space in the JSON to see what can stand there.',
  bad_value: 'Choose one of the values that can stand there; press Ctrl and Space in the JSON to see them.',
};

/** Whether the editor has something to offer at a place: values to choose, or keys where one is missing. */
function hasChoice(code: string, pointer: string): boolean {
  const path = pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
  const schemas = schemasAt(path);
  return valuesOf(schemas).length > 0 || (code === 'missing' && keysOf(schemas).size > 0);
}

export function cureOf({ code, path }: { code: string; path: string }): string {
  if ((code === 'missing' || code === 'bad_value') && hasChoice(code, path)) return offered[code];
  return Object.hasOwn(cures, code) ? cures[code]! : '';
}
