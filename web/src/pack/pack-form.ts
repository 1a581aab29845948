import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { shared } from '../ui/shared-styles.ts';
import type { Change } from './edits.ts';
import type { Finding } from './findings.ts';
import { beyond, objectOf, textOf, type Json } from './form-read.ts';
import { evidencePart, field, periodPart, reasonsPart, travelPart, type Form } from './form-parts.ts';
import { deductionPart } from './form-deductions.ts';
import { formStyles } from './form-styles.ts';
import { addSource, dropSource, setName, setSource } from './form-write.ts';

const mostSources = 12;

/** The common part of a policy, in fields. Event `edited`: `detail` is a list of changes. Event `look`: a place of the pack. */
@customElement('pack-form')
export class PackForm extends LitElement {
  static override styles = [shared, formStyles];

  /** The pack; null where the text is no object at the moment, undefined where it has not been read yet. */
  @property({ attribute: false }) pack: Json | null | undefined;
  @property({ type: Boolean }) law = false;
  /** What the compiler found; each is said at its field too, where it has one. */
  @property({ attribute: false }) findings: Finding[] = [];

  private get form(): Form {
    return {
      pack: this.pack!,
      tell: (detail: Change[]) => {
        if (detail.length > 0) this.dispatchEvent(new CustomEvent('edited', { detail }));
      },
      faultAt: (path) => {
        const pointer = path
          .map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`)
          .join('');
        return this.findings.find((one) => one.path === pointer)?.message ?? '';
      },
      show: (detail) => this.dispatchEvent(new CustomEvent('look', { detail })),
    };
  }

  private shop(form: Form) {
    const { pack } = form;
    return html`<section data-part="shop">
      <h2>${this.law ? 'The law' : 'The shop'}</h2>
      ${field(form, { id: 'name', path: ['name'], label: 'Name, as readers know it', value: textOf(pack['name']), set: (name) => setName(pack, name) })}
      <div class="two">
        ${field(form, { id: 'id', path: ['id'], label: 'Short name', help: 'Letters a to z, digits, - and _', value: textOf(pack['id']), set: (value) => [{ path: ['id'], value }] })}
        ${field(form, { id: 'checked_on', path: ['checked_on'], label: 'You read it on', type: 'date', value: textOf(pack['checked_on']), set: (value) => (value ? [{ path: ['checked_on'], value }] : []) })}
      </div>
    </section>`;
  }

  private source(form: Form, id: string, one: Json) {
    const drop = dropSource(form.pack, id);
    return html`<div class="source">
      ${field(form, { id: `${id}-title`, path: ['sources', id, 'title'], label: 'Title of the page', value: textOf(one['title']), set: (value) => setSource(id, 'title', value) })}
      ${field(form, { id: `${id}-link`, path: ['sources', id, 'link'], label: 'Its address', type: 'url', hint: 'https://', value: textOf(one['link']), set: (value) => setSource(id, 'link', value) })}
      ${field(form, { id: `${id}-date`, path: ['sources', id, 'date'], label: 'Date of the text, if it has one', type: 'date', value: textOf(one['date']), set: (value) => setSource(id, 'date', value) })}
      ${
        drop
          ? html`<button
              type="button"
              class="add quiet"
              data-drop-source=${id}
              aria-label="Remove the page: ${textOf(one['title']) || id}"
              @click=${() => form.tell(drop)}
            >
              Remove this page
            </button>`
          : nothing
      }
    </div>`;
  }

  private sources(form: Form) {
    const sources = Object.entries(objectOf(form.pack['sources']));
    return html`<section data-part="sources">
      <h2>Where it says so</h2>
      ${sources.slice(0, mostSources).map(([id, one]) => this.source(form, id, objectOf(one)))}
      ${sources.length > mostSources ? html`<p class="note">${sources.length - mostSources} more are in the JSON.</p>` : nothing}
      <button
        type="button"
        class="add quiet"
        data-add="source"
        @click=${() => form.tell(addSource(form.pack))}
      >
        Add another page
      </button>
    </section>`;
  }

  private periods(form: Form) {
    return [
      periodPart(form, {
        slot: 'window',
        title: 'How long',
        lead: 'Ask within',
        none: 'No last day is said yet.',
        add: 'Add a last day',
      }),
      reasonsPart(form),
      periodPart(form, {
        slot: 'ship_back',
        title: 'Sending it back',
        lead: 'Post it within',
        without: 'No such limit',
        none: 'No last day for posting. That is fine where the shop names none.',
        add: 'Add days for posting',
      }),
      periodPart(form, {
        slot: 'refund_issued',
        title: 'The money',
        lead: 'Sent within',
        none: 'No day for the refund. The answer will show none.',
        add: 'Add days for the refund',
        more: travelPart(form),
      }),
      deductionPart(form),
      evidencePart(form),
    ];
  }

  override render() {
    if (this.pack === undefined) return nothing;
    if (!this.pack)
      return html`<p class="note" data-unreadable>
        The form comes back once the JSON can be read. The list of faults says where it stops.
      </p>`;
    const more = beyond(this.pack);
    return html`<form @submit=${(event: Event) => event.preventDefault()}>
      ${this.shop(this.form)} ${this.sources(this.form)} ${this.periods(this.form)}
      ${
        more.length > 0
          ? html`<p class="note">Also in this policy, and changed in the JSON only: ${more.join(', ')}.</p>`
          : nothing
      }
    </form>`;
  }
}
