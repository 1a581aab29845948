// What is taken off the refund, as a part of the form. Only where the language of packs has a word for it.
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import schema from '../../../core/packs/pack.schema.json';
import { digitsOf, money } from '../i18n/format.ts';
import type { Change } from './edits.ts';
import { elsewhere, type Form } from './form-parts.ts';
import { isObject, objectOf, ownChoice, rulesOf, textOf, wordsOf, type Json } from './form-read.ts';
import { otherNumbers } from './form-words.ts';
import { addedRule, clause } from './form-write.ts';

const known = 'deductions' in schema.properties;
const slot = 'deductions';

interface Deduction {
  name: string;
  value: Json;
  rule: Json;
  index: number;
}

/** The only deduction and the only rule for it; null where there is none, `more` where the form cannot hold it. */
function found(pack: Json): Deduction | 'more' | null {
  const all = Object.entries(objectOf(pack[slot]));
  const rules = rulesOf(pack).flatMap((rule, index) =>
    wordsOf(rule['slot']).includes(slot) ? [{ rule, index }] : [],
  );
  const [[name, value] = ['', null], one] = [all[0], rules[0]];
  if (all.length + rules.length === 0) return null;
  return all.length === 1 && rules.length === 1 && one && isObject(value) ? { name, value, ...one } : 'more';
}

const isOwnChoice = (when: unknown) =>
  JSON.stringify(objectOf(when)) === JSON.stringify({ reason: ownChoice });

/** The sentence for a deduction, with the condition that the form can set. */
function sentence({ amount, currency, percent }: Json, when: unknown): string {
  const code = /^[A-Z]{3}$/.test(textOf(currency)) ? textOf(currency) : 'USD';
  const much = typeof percent === 'number' ? `${percent} % of the price` : money(Number(amount), code);
  const only = isOwnChoice(when) ? ' if you changed your mind or ordered the wrong size' : '';
  return `${much} is taken off the refund${only}.`;
}

/** The sentences of the deduction that are still the form's own, as they read for other numbers or another condition. */
function followed(pack: Json, { name, value, rule }: Deduction, next: Json, when: unknown): Change[] {
  const [id] = wordsOf(rule['clauses']);
  const says = textOf(objectOf(objectOf(pack['clauses'])[id ?? ''])['says']);
  const before = sentence(value, rule['when']);
  const now = sentence(next, when);
  return [
    ...(value['says'] === before ? [{ path: [slot, name, 'says'], value: now }] : []),
    ...(id && says === before ? [{ path: ['clauses', id, 'says'], value: now }] : []),
  ];
}

/** The deduction with other numbers. */
function set(pack: Json, one: Deduction, part: Json): Change[] {
  const next: Json = { ...one.value, ...part };
  for (const [key, value] of Object.entries(part)) if (value === undefined) delete next[key];
  return [{ path: [slot, one.name], value: next }, ...followed(pack, one, next, one.rule['when'])];
}

function setWhen(pack: Json, one: Deduction, when: Json | undefined): Change[] {
  return [{ path: ['rules', one.index, 'when'], value: when }, ...followed(pack, one, one.value, when)];
}

function add(pack: Json): Change[] {
  const numbers = { amount: 500, currency: 'USD' };
  const when = { reason: ownChoice };
  const says = sentence(numbers, when);
  const { id, change } = clause(pack, 'deduction', 'Your money', says);
  const more = { slot, when, codes: ['fee'], clauses: [id] };
  return [
    { path: [slot], value: { fee: { says, ...numbers } } },
    change,
    ...addedRule(pack, 'deduction', more),
  ];
}

function take({ index }: Deduction): Change[] {
  return [
    { path: [slot], value: undefined },
    { path: ['rules', index], value: undefined },
  ];
}

function numbers(form: Form, one: Deduction) {
  const { pack, tell } = form;
  const { percent, amount } = one.value;
  const currency = textOf(one.value['currency']) || 'USD';
  const units = 10 ** digitsOf(currency);
  const read = (event: Event) => (event.target as HTMLInputElement).value;
  const isPercent = typeof percent === 'number';
  const change = (text: string) => {
    const number = Number(text);
    if (!(number > 0)) return;
    tell(
      set(
        pack,
        one,
        isPercent
          ? { percent: Math.min(100, Math.round(number)) }
          : { amount: Math.round(number * units), currency },
      ),
    );
  };
  const amountIn = (kind: string) => Math.round((Number(amount) / units) * 10 ** digitsOf(kind));
  const turn = (kind: string) =>
    tell(
      set(
        pack,
        one,
        kind === 'percent'
          ? { percent: 10, amount: undefined, currency: undefined }
          : { amount: isPercent ? 500 : amountIn(kind), currency: kind, percent: undefined },
      ),
    );
  // Always in the same order: a select keeps its place in the list, not its value.
  const kinds = [...new Set(['USD', 'EUR', 'GBP', ...(isPercent ? [] : [currency])])];
  return html`<input
      type="number"
      min="0"
      step="any"
      aria-label="How much is taken off"
      data-field="deduction"
      .value=${String(isPercent ? percent : Number(amount) / units)}
      @change=${(event: Event) => change(read(event))}
    /><select
      aria-label="Currency or percent"
      data-field="deduction-kind"
      @change=${(event: Event) => turn(read(event))}
    >
      ${kinds.map((kind) => html`<option value=${kind} .selected=${live(!isPercent && kind === currency)}>${kind}</option>`)}
      <option value="percent" .selected=${live(isPercent)}>% of the price</option>
    </select>`;
}

export function deductionPart(form: Form) {
  if (!known) return nothing;
  const { pack, tell } = form;
  const one = found(pack);
  const head = html`<h2>Taken off the refund</h2>`;
  if (one === 'more')
    return html`<section data-part="deductions">
      ${head}${elsewhere(form, 'The policy takes off more than one thing.', [slot])}
    </section>`;
  if (!one)
    return html`<section data-part="deductions">
      ${head}
      <p class="note">Nothing: the whole price comes back.</p>
      <button type="button" class="add" data-add="deduction" @click=${() => tell(add(pack))}>
        Add a fee
      </button>
    </section>`;
  const when = one.rule['when'];
  const own = isOwnChoice(when);
  const { percent, amount, currency } = one.value;
  const much = typeof amount === 'number' ? amount / 10 ** digitsOf(textOf(currency) || 'USD') : undefined;
  const other = otherNumbers(textOf(one.value['says']), [percent, much]);
  const choose = (event: Event) => {
    const all = (event.target as HTMLSelectElement).value === 'all';
    tell(setWhen(pack, one, all ? undefined : { reason: ownChoice }));
  };
  return html`<section data-part="deductions">
    ${head}
    <div class="line">
      ${numbers(form, one)}
      <select aria-label="When it is taken off" data-field="deduction-when" @change=${choose}>
        <option value="own" .selected=${live(own)}>if nothing is wrong with the item</option>
        <option value="all" .selected=${live(when === undefined)}>whatever the reason</option>
        ${own || when === undefined ? nothing : html`<option value="other" selected>as the JSON says</option>`}
      </select>
    </div>
    <label class="field"
      ><span class="label">In your own words, for readers</span>
      <textarea
        rows="2"
        data-field="deduction-says"
        .value=${textOf(one.value['says'])}
        @input=${(event: Event) => tell([{ path: [slot, one.name, 'says'], value: (event.target as HTMLTextAreaElement).value }])}
      ></textarea>
      ${other ? html`<span class="error">${other}</span>` : nothing}
    </label>
    <button type="button" class="add quiet" @click=${() => tell(take(one))}>Take nothing off</button>
  </section>`;
}
