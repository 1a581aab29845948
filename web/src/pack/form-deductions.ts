// What is taken off the refund, as a part of the form. Only where the language of packs has a word for it.
import { html, nothing } from 'lit';
import schema from '../../../core/packs/pack.schema.json';
import { digitsOf, money } from '../i18n/format.ts';
import type { Change } from './edits.ts';
import { elsewhere, type Form } from './form-parts.ts';
import { isObject, objectOf, ownChoice, rulesOf, textOf, wordsOf, type Json } from './form-read.ts';
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

function sentence({ amount, currency, percent }: Json): string {
  if (typeof percent === 'number') return `${percent} % of the price is taken off the refund.`;
  const code = /^[A-Z]{3}$/.test(textOf(currency)) ? textOf(currency) : 'USD';
  return `${money(Number(amount), code)} is taken off the refund.`;
}

/** The deduction with other numbers; its sentences follow while they are the form's own. */
function set(pack: Json, { name, value, rule }: Deduction, part: Json): Change[] {
  const next: Json = { ...value, ...part };
  for (const [key, one] of Object.entries(part)) if (one === undefined) delete next[key];
  const [id] = wordsOf(rule['clauses']);
  const says = textOf(objectOf(objectOf(pack['clauses'])[id ?? ''])['says']);
  const before = sentence(value);
  if (value['says'] === before) next['says'] = sentence(next);
  const followed: Change[] =
    id && says === before ? [{ path: ['clauses', id, 'says'], value: sentence(next) }] : [];
  return [{ path: [slot, name], value: next }, ...followed];
}

function add(pack: Json): Change[] {
  const numbers = { amount: 500, currency: 'USD' };
  const says = sentence(numbers);
  const { id, change } = clause(pack, 'deduction', 'Your money', says);
  const more = { slot, when: { reason: ownChoice }, codes: ['fee'], clauses: [id] };
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
  const turn = (kind: string) =>
    tell(
      set(
        pack,
        one,
        kind === 'percent'
          ? { percent: 10, amount: undefined, currency: undefined }
          : { amount: 500, currency: kind, percent: undefined },
      ),
    );
  const kinds = [...new Set([isPercent ? 'USD' : currency, 'USD', 'EUR', 'GBP'])];
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
      ${kinds.map((kind) => html`<option value=${kind} .selected=${!isPercent && kind === currency}>${kind}</option>`)}
      <option value="percent" .selected=${isPercent}>% of the price</option>
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
  const own = JSON.stringify(objectOf(when)) === JSON.stringify({ reason: ownChoice });
  const choose = (event: Event) => {
    const all = (event.target as HTMLSelectElement).value === 'all';
    tell([{ path: ['rules', one.index, 'when'], value: all ? undefined : { reason: ownChoice } }]);
  };
  return html`<section data-part="deductions">
    ${head}
    <div class="line">
      ${numbers(form, one)}
      <select aria-label="When it is taken off" data-field="deduction-when" @change=${choose}>
        <option value="own" .selected=${own}>if nothing is wrong with the item</option>
        <option value="all" .selected=${when === undefined}>whatever the reason</option>
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
    </label>
    <button type="button" class="add quiet" @click=${() => tell(take(one))}>Take nothing off</button>
  </section>`;
}
