import { emptyAnswers, factSpec, isOrderFact, type Answers, type Facts, type FactValue } from './facts.ts';

// The case travels behind the #, which no browser sends to a server. Facts go by name; what is not known is left out.
const longest = 64;
const unsure = 'unsure';

function readValue(name: string, text: string): FactValue | undefined {
  const spec = factSpec(name);
  if (!spec || text.length > longest) return undefined;
  if (text === unsure) return null;
  switch (spec.kind) {
    case 'yes_no':
      return text === 'yes' ? true : text === 'no' ? false : undefined;
    case 'number':
      return /^\d{1,13}$/.test(text) ? Number(text) : undefined;
    case 'choice':
      return spec.values?.includes(text) ? text : undefined;
    case 'word':
      return /^[a-z][a-z0-9_]*$/.test(text) ? text : undefined;
    case 'date':
      // An impossible day is kept: the engine says what is wrong with it, beside its field.
      return /^[0-9-]{1,10}$/.test(text) ? text : undefined;
  }
}

function writeValue(value: FactValue): string {
  if (value === null) return unsure;
  if (value === true) return 'yes';
  if (value === false) return 'no';
  return String(value);
}

/** Reads the part behind the #. Unknown names and values that make no sense are left out; `dropped` counts them. */
export function readFragment(hash: string): { answers: Answers; dropped: number } {
  const answers = emptyAnswers();
  const others = new Map<number, Facts>();
  let dropped = 0;
  const params = new URLSearchParams(hash.replace(/^#/, '').slice(0, 4000));
  for (const [name, text] of params) {
    if (name === 'as_of') answers.as_of = /^[0-9-]{1,10}$/.test(text) ? text : null;
    else if (name === 'currency') answers.currency = /^[A-Z]{3}$/.test(text) ? text : null;
    else if (name === 'roughly')
      answers.rough = text
        .split(',')
        .filter((id) => factSpec(id)?.kind === 'date')
        .slice(0, 8);
    else if (name === 'no_date') answers.no_date = text === 'yes';
    else {
      const found = /^item([1-9])\.(\w+)$/.exec(name);
      const fact = found?.[2] ?? name;
      const value = found && isOrderFact(fact) ? undefined : readValue(fact, text);
      if (value === undefined) dropped += factSpec(fact) ? 1 : 0;
      else if (!found) answers.facts[fact] = value;
      else others.set(Number(found[1]), { ...others.get(Number(found[1])), [fact]: value });
    }
  }
  // Numbers are places in the order; the one that is missing is the item on screen.
  const numbers = [...others.keys()].sort();
  const gap = numbers.findIndex((number, index) => number !== index + 1);
  answers.place = gap < 0 ? numbers.length : gap;
  answers.others = numbers.map((number) => others.get(number)!);
  return { answers, dropped };
}

export function writeFragment(answers: Answers): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(answers.facts)) params.set(name, writeValue(value));
  answers.others.forEach((facts, index) => {
    const number = index + 1 + Number(index >= answers.place);
    for (const [name, value] of Object.entries(facts)) params.set(`item${number}.${name}`, writeValue(value));
  });
  if (answers.rough.length) params.set('roughly', answers.rough.join(','));
  if (answers.no_date) params.set('no_date', 'yes');
  if (answers.currency) params.set('currency', answers.currency);
  if (answers.as_of) params.set('as_of', answers.as_of);
  const text = params.toString();
  return text ? `#${text}` : '';
}
