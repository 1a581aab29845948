// The parts of the form, as templates. `tell` hands changes on.
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { t } from '../i18n/index.ts';
import type { Change } from './edits.ts';
import * as read from './form-read.ts';
import { objectOf, textOf, wordsOf, type Json } from './form-read.ts';
import { otherNumbers, startWords, starts, units, type Slot } from './form-words.ts';
import * as write from './form-write.ts';

export interface Form {
  pack: Json;
  tell: (changes: Change[]) => void;
  /** Shows a place of the pack in the JSON. */
  show: (path: (string | number)[]) => void;
  /** What is wrong at exactly this place; '' where nothing is. */
  faultAt: (path: (string | number)[]) => string;
}

const valueOf = (event: Event) => (event.target as HTMLInputElement).value;

interface Field {
  id: string;
  label: string;
  value: string;
  set: (value: string) => Change[];
  /** Where its value stands. */
  path: (string | number)[];
  type?: 'text' | 'date' | 'url';
  hint?: string;
  /** A line under the field. */
  help?: string;
}

const said = (fault: string) => (fault ? html`<span class="error">${fault}</span>` : nothing);

export function field({ tell, faultAt }: Form, one: Field) {
  const { id, label, value, set, path, type = 'text', hint = '', help = '' } = one;
  const fault = faultAt(path);
  return html`<label class="field"
    ><span class="label">${label}</span>
    <input
      type=${type}
      data-field=${id}
      aria-invalid=${fault ? 'true' : nothing}
      .value=${value}
      placeholder=${hint || nothing}
      autocomplete="off"
      @input=${(event: Event) => tell(set(valueOf(event)))}
    />${said(fault)}${help ? html`<span class="help">${help}</span>` : nothing}</label
  >`;
}

/** The rule in the author's own words, as it is shown under "Why". */
export function sentenceField(
  form: Form,
  rule: Json,
  id: string,
  label = 'In your own words, for readers',
  numbers: unknown[] = [],
) {
  const cited = read.sentenceOf(form.pack, rule);
  if (!cited) return nothing;
  const fault = form.faultAt(['clauses', cited.id, 'says']);
  return html`<label class="field"
    ><span class="label">${label}</span>
    <textarea
      rows="2"
      data-field="${id}-says"
      aria-invalid=${fault ? 'true' : nothing}
      .value=${cited.says}
      @input=${(event: Event) => form.tell([{ path: ['clauses', cited.id, 'says'], value: valueOf(event) }])}
    ></textarea>
    ${said(fault)}${said(otherNumbers(cited.says, numbers))}
  </label>`;
}

export function elsewhere(form: Form, what: string, path: (string | number)[]) {
  return html`<p class="note">
    ${what}
    <button type="button" class="quiet" @click=${() => form.show(path)}>Show it in the JSON</button>
  </p>`;
}

/** Empty, or no whole number: nothing is changed yet. */
function whole(event: Event): number | null {
  const text = valueOf(event);
  return /^\d{1,5}$/.test(text) ? Number(text) : null;
}

/** Emptied, it says so: the policy keeps its number until there is another. */
function numberField(
  form: Form,
  label: string,
  id: string,
  value: unknown,
  set: (value: number) => Change[],
  path: (string | number)[] = [],
) {
  const fault = path.length > 0 ? form.faultAt(path) : '';
  return html`<input
      type="number"
      required
      aria-describedby="${id}-missing"
      aria-invalid=${fault ? 'true' : nothing}
      min="0"
      max="36500"
      inputmode="numeric"
      aria-label=${label}
      data-field=${id}
      .value=${String(value ?? '')}
      @input=${(event: Event) => {
        const number = whole(event);
        if (number !== null) form.tell(set(number));
      }}
    /><span class="error missing" id="${id}-missing" role="status"
      >A whole number is
      missing${value === undefined ? '' : `; the policy still says ${String(value)}`}.</span
    >${said(fault)}`;
}

function choice(
  label: string,
  id: string,
  value: string,
  options: [string, string][],
  set: (value: string) => void,
) {
  const known = options.some(([name]) => name === value);
  return html`<select aria-label=${label} data-field=${id} @change=${(event: Event) => set(valueOf(event))}>
    ${(known ? options : [...options, [value, startWords('window', value)] as [string, string]]).map(
      ([name, words]) => html`<option value=${name} .selected=${live(name === value)}>${words}</option>`,
    )}
  </select>`;
}

interface Period {
  slot: Slot;
  title: string;
  lead: string;
  none: string;
  add: string;
  /** Takes the length out, where a policy may do without. */
  without?: string;
  more?: TemplateResult | typeof nothing;
}

/** "30 days from the day it arrived", and the sentence for it. */
export function periodPart(form: Form, { slot, title, lead, none, add, without, more = nothing }: Period) {
  const found = read.period(form.pack, slot);
  const head = html`<h2>${title}</h2>`;
  if (found.kind === 'more')
    return html`<section data-part=${slot}>
      ${head}${elsewhere(form, 'The policy says more about this than a form can hold.', ['rules', found.index])}
    </section>`;
  if (found.kind === 'none')
    return html`<section data-part=${slot}>
      ${head}
      <p class="note">${none}</p>
      <button
        type="button"
        class="add"
        data-add=${slot}
        @click=${() => form.tell(write.addPeriod(form.pack, slot))}
      >
        ${add}
      </button>
    </section>`;
  const by = objectOf(found.rule['by']);
  const set = (part: Json) => write.setPeriod(form.pack, slot, part);
  const at = (key: string) => ['rules', found.index, 'by', key];
  const numbers =
    by['length'] === undefined
      ? html`${numberField(form, `${title}: at least`, `${slot}-least`, by['least'], (least) => set({ least }), at('least'))}
          <span>to</span>
          ${numberField(form, `${title}: at most`, `${slot}-most`, by['most'], (most) => set({ most }), at('most'))}`
      : numberField(
          form,
          `${title}: how many`,
          `${slot}-length`,
          by['length'],
          (length) => set({ length }),
          at('length'),
        );
  return html`<section data-part=${slot}>
    ${head}
    <div class="line">
      <span>${lead}</span>${numbers}
      ${choice(`${title}: unit`, `${slot}-unit`, textOf(by['unit']), Object.entries(units), (unit) => form.tell(set({ unit })))}
      ${choice(`${title}: counted from`, `${slot}-after`, textOf(by['after']), Object.entries(starts[slot]), (after) => form.tell(set({ after })))}
    </div>
    ${more}${sentenceField(form, found.rule, slot, undefined, [by['length'], by['least'], by['most']])}
    ${
      without
        ? html`<button
            type="button"
            class="add quiet"
            data-without=${slot}
            @click=${() => form.tell(write.dropPeriod(form.pack, slot))}
          >
            ${without}
          </button>`
        : nothing
    }
  </section>`;
}

/** How long the parcel travels: nobody promises that, and without it there is no day for the money. */
export function travelPart(form: Form) {
  const range = read.travel(form.pack);
  const found = read.period(form.pack, 'refund_issued');
  if (!range || found.kind !== 'one' || objectOf(found.rule['by'])['after'] !== 'transit') return nothing;
  const [least, most] = range;
  return html`<div class="line">
      <span>Days that the parcel travels</span>
      ${numberField(form, 'Travel days at least', 'travel-least', least, (value) => write.setTravel(value, Math.max(value, most)))}
      <span>to</span>
      ${numberField(form, 'Travel days at most', 'travel-most', most, (value) => write.setTravel(Math.min(least, value), value))}
    </div>
    <p class="note">Your own guess. The answer says that it is one, and gives the refund day by it.</p>`;
}

const payerNames: [string, string][] = [
  ['seller', 'the shop'],
  ['buyer', 'the buyer'],
  ['platform', 'the platform'],
];

interface ReasonState {
  accepted: string[];
  payers: Map<string, string> | null;
  unused: string[] | null;
}

function reasonRow(form: Form, reason: string, { accepted, payers, unused }: ReasonState) {
  const { pack, tell } = form;
  const name = t(`reason.${reason}`);
  const on = accepted.includes(reason);
  const checked = (event: Event) => (event.target as HTMLInputElement).checked;
  return html`<tr data-reason=${reason}>
    <td>
      <label
        ><input
          type="checkbox"
          data-accept=${reason}
          .checked=${on}
          @change=${(event: Event) => tell(write.setAccepted(pack, reason, checked(event)))}
        />${name}</label
      >
    </td>
    ${
      payers
        ? html`<td>
            ${
              on
                ? html`<select
                    aria-label="${name}: who pays the postage"
                    data-payer=${reason}
                    @change=${(event: Event) => tell(write.setPayer(pack, reason, valueOf(event)))}
                  >
                    ${payers.has(reason) ? nothing : html`<option value="" selected>not said</option>`}
                    ${payerNames.map(([id, words]) => html`<option value=${id} .selected=${live(payers.get(reason) === id)}>${words}</option>`)}
                  </select>`
                : nothing
            }
          </td>`
        : nothing
    }
    ${
      unused
        ? html`<td class="middle">
            ${
              on
                ? html`<input
                    type="checkbox"
                    aria-label="${name}: only if unused"
                    data-unused=${reason}
                    .checked=${unused.includes(reason)}
                    @change=${(event: Event) => tell(write.setUnused(pack, reason, checked(event)))}
                  />`
                : nothing
            }
          </td>`
        : nothing
    }
  </tr>`;
}

/** For which reasons, on whose postage, and in what condition. */
export function reasonsPart(form: Form) {
  const { pack } = form;
  const accepted = read.accepted(pack);
  const head = html`<h2>What can go back</h2>`;
  if (!accepted)
    return html`<section data-part="reasons">
      ${head}${elsewhere(form, 'The policy says this with conditions of its own.', ['remedies'])}
    </section>`;
  const [payers, unused] = [read.payers(pack), read.unusedFor(pack)];
  const place = (slot: string) =>
    read.rulesOf(pack).findIndex((rule) => wordsOf(rule['slot']).includes(slot));
  return html`<section data-part="reasons">
    ${head}
    <table>
      <thead>
        <tr>
          <th scope="col">Reason</th>
          ${payers ? html`<th scope="col">Postage paid by</th>` : nothing}
          ${unused ? html`<th scope="col" class="middle">Only if unused</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${read.reasons.map((reason) => reasonRow(form, reason, { accepted: accepted.reasons, payers, unused }))}
      </tbody>
    </table>
    ${payers ? nothing : elsewhere(form, 'Who pays the postage hangs on more than the reason.', ['rules', place('return_shipping')])}
    ${unused ? nothing : elsewhere(form, 'In what condition it has to be hangs on more than that it is unused.', ['rules', place('condition')])}
    ${sentences(form, ['grounds', 'return_shipping', 'condition'])}
  </section>`;
}

function ownWords(rule: Json): string {
  const names = { grounds: 'What can go back', return_shipping: 'The postage', condition: 'Its condition' };
  const [slot] = wordsOf(rule['slot']);
  const payer = payerNames.find(([id]) => id === wordsOf(rule['payers'])[0])?.[1];
  if (slot === 'return_shipping' && payer) return `The postage that ${payer} pays, in your own words`;
  return `${names[slot as keyof typeof names] ?? 'This'}, in your own words`;
}

/** Each sentence that these slots cite, once. */
function sentences(form: Form, slots: string[]) {
  const ids = new Set<string>();
  const rules = read.rulesOf(form.pack).filter((rule) => {
    if (!wordsOf(rule['slot']).some((slot) => slots.includes(slot))) return false;
    const id = read.sentenceOf(form.pack, rule)?.id;
    return id !== undefined && !ids.has(id) && ids.add(id);
  });
  return rules.slice(0, 8).map((rule) => sentenceField(form, rule, textOf(rule['id']), ownWords(rule)));
}

const codes = [
  'photos_of_defect',
  'order_number',
  'photos_of_item_and_packaging',
  'photo_of_label',
  'account_of_events',
];
const proofCodes = [...codes, 'screenshots_of_product_page', 'screenshots_of_messages', 'proof_of_posting'];

export function evidencePart(form: Form) {
  const found = read.evidence(form.pack);
  const head = html`<h2>What to have ready</h2>`;
  if (found.kind === 'more')
    return html`<section data-part="evidence">
      ${head}${elsewhere(form, 'The policy asks for different things in different cases.', ['rules', found.index])}
    </section>`;
  const chosen = found.kind === 'one' ? wordsOf(found.rule['codes']) : [];
  return html`<section data-part="evidence">
    ${head}
    <div>
      ${proofCodes.map(
        (code) =>
          html`<label class="choice"
            ><input
              type="checkbox"
              data-evidence=${code}
              .checked=${chosen.includes(code)}
              @change=${(event: Event) => form.tell(write.setEvidence(form.pack, code, (event.target as HTMLInputElement).checked))}
            />${t(`evidence.${code}`)}</label
          >`,
      )}
    </div>
  </section>`;
}
