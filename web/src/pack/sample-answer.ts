import { LitElement, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { emptyAnswers, factSpec, factsOf, type FactValue } from '../answers/facts.ts';
import { reasons as tiles, factsOfReason } from '../answers/reasons.ts';
import { firstOf, t } from '../i18n/index.ts';
import { otherWays } from '../view/alternatives.ts';
import { headlineAfter } from '../view/headline.ts';
import type { AnswerView } from '../view/selectors.ts';
import { plan } from '../view/steps.ts';
import { threeFacts } from '../view/summary-cards.ts';
import { timeline } from '../view/timeline.ts';
import { why } from '../view/why.ts';
import { shared } from '../ui/shared-styles.ts';
import '../page/answer-card.ts';
import '../page/plain-list.ts';
import '../page/why-sources.ts';
import './day-strip.ts';
import type { Answer } from './protocol.ts';
import { reasons } from './form-read.ts';
import { firstValue, furtherFacts, nameOfFact, startFact, type Sample } from './sample-case.ts';
import { sampleStyles } from './sample-styles.ts';

const undelivered = tiles
  .filter((one) => one.undelivered && !one.sets)
  .flatMap((one) => Object.values(factsOfReason(one)));

/** A case, and what the policy answers. Events: `sample`, the changed case; `right`, "This is right". */
@customElement('sample-answer')
export class SampleAnswer extends LitElement {
  static override styles = [shared, sampleStyles];

  @property({ attribute: false }) sample: Sample = { as_of: '', facts: {} };
  @property({ attribute: false }) answer: Answer | null = null;
  /** The answer is that of an earlier state of the policy. */
  @property({ type: Boolean }) old = false;

  private tell(sample: Partial<Sample>) {
    this.dispatchEvent(new CustomEvent('sample', { detail: { ...this.sample, ...sample } }));
  }

  private set(id: string, value: FactValue | undefined) {
    const facts = { ...this.sample.facts };
    if (value === undefined) delete facts[id];
    else facts[id] = value;
    this.tell({ facts });
  }

  private get view(): AnswerView | null {
    const { verdict, info } = this.answer ?? {};
    if (!verdict || !info) return null;
    const answers = { ...emptyAnswers(), facts: factsOf(this.sample.facts), as_of: this.sample.as_of };
    return { verdict, answers, shop: info.name, yes_if_broken: false, pack: info };
  }

  private day(id: string, label: string, value: string, set: (day: string) => void) {
    const fault = this.answer?.caseFaults.find(({ path }) => path === `/facts/${id}`);
    return html`<label class="field"
      ><span class="label">${label}</span>
      <input
        type="date"
        data-day=${id}
        .value=${value}
        @change=${(event: Event) => {
          const day = (event.target as HTMLInputElement).value;
          if (day) set(day);
        }}
      />${fault ? html`<span class="error">${firstOf([`error.${fault.code}`]) || fault.message}</span>` : nothing}</label
    >`;
  }

  /** What was said beyond reason and days. */
  private given(id: string, value: FactValue) {
    const spec = factSpec(id);
    const name = nameOfFact(id);
    const read = (event: Event) => (event.target as HTMLInputElement).value;
    const options: [string, string][] =
      spec?.kind === 'yes_no'
        ? [
            ['true', 'yes'],
            ['false', 'no'],
          ]
        : (spec?.values ?? []).map((one) => [one, one.replaceAll('_', ' ')]);
    const parsed = (text: string) => (spec?.kind === 'yes_no' ? text === 'true' : text);
    return html`<div class="given" data-fact=${id}>
      <label class="field"
        ><span class="label">${name}</span>${
          spec?.kind === 'date' || spec?.kind === 'number'
            ? html`<input
                type=${spec.kind}
                .value=${String(value)}
                @change=${(event: Event) => read(event) && this.set(id, spec.kind === 'number' ? Number(read(event)) : read(event))}
              />`
            : html`<select @change=${(event: Event) => this.set(id, parsed(read(event)))}>
                ${options.map(([one, words]) => html`<option value=${one} .selected=${live(String(value) === one)}>${words}</option>`)}
              </select>`
        }</label
      ><button
        type="button"
        class="quiet"
        aria-label="Take out: ${name}"
        @click=${() => this.set(id, undefined)}
      >
        Take out
      </button>
    </div>`;
  }

  private question() {
    const { as_of, facts } = this.sample;
    const start = startFact(this.sample, this.answer?.verdict ?? null);
    const more = Object.entries(facts).filter(([id]) => id !== 'reason' && id !== start);
    const info = this.answer?.info;
    const further = info ? furtherFacts(info, this.sample).filter((id) => id !== start) : [];
    return html`<div class="case">
      <label class="field wide"
        ><span class="label">What is wrong</span>
        <select
          data-case="reason"
          @change=${(event: Event) => this.set('reason', (event.target as HTMLSelectElement).value)}
        >
          ${[...reasons, ...undelivered].map((one) => html`<option value=${String(one)} .selected=${live(facts['reason'] === one)}>${t(`reason.${String(one)}`)}</option>`)}
        </select>
      </label>
      ${this.day(start, nameOfFact(start), String(facts[start] ?? ''), (day) => this.set(start, day))}
      ${this.day('as_of', 'Asked on', as_of, (day) => this.tell({ as_of: day }))}
      ${more.map(([id, value]) => this.given(id, value))}
      ${
        further.length > 0
          ? html`<label class="field wide"
              ><span class="label">Say more about the case</span>
              <select
                data-case="more"
                @change=${(event: Event) => {
                  const select = event.target as HTMLSelectElement;
                  const spec = factSpec(select.value);
                  if (spec) this.set(spec.id, firstValue(spec, as_of));
                  select.value = '';
                }}
              >
                <option value="">Choose…</option>
                ${further.map((id) => html`<option value=${id}>${nameOfFact(id)}</option>`)}
              </select>
            </label>`
          : nothing
      }
    </div>`;
  }

  /** What the page says under the answer: acts, what to show, advice, help, the days, other ways. */
  private lists(view: AnswerView) {
    const { acts, evidence, advice, help, places } = plan(view);
    const lists: [string, string[]][] = [
      ['steps.title', acts.map(({ text, when }) => (when ? `${text}: ${when}` : text))],
      ['steps.evidence_title', evidence],
      ['advice_title', advice],
      ['more_help', [...help, ...places]],
      ['path.title', (timeline(view) ?? []).map(({ text }) => text)],
      ['ways.title', otherWays(view)],
    ];
    return lists.map(
      ([title, lines]) =>
        html`<plain-list data-list=${title} .heading=${t(title)} .lines=${lines}></plain-list>`,
    );
  }

  private shown(view: AnswerView) {
    const { sweep, info } = this.answer!;
    return html`<answer-card .headline=${headlineAfter(view)} .facts=${threeFacts(view)}></answer-card>
      <button
        type="button"
        class="main"
        data-do="right"
        ?disabled=${this.old}
        @click=${() => this.dispatchEvent(new CustomEvent('right'))}
      >
        This is right
      </button>
      <p class="note">
        Keeps this case with its answer as a check. Whenever you change the policy, it is asked again.
      </p>
      <section>
        <h3>Asked on another day</h3>
        <day-strip
          .days=${sweep}
          .chosen=${this.sample.as_of}
          ?law=${Boolean(info?.governs)}
          @day=${(event: CustomEvent<string>) => this.tell({ as_of: event.detail })}
        ></day-strip>
      </section>
      ${this.lists(view)}
      <why-sources .why=${why(view)}></why-sources>`;
  }

  override render() {
    const view = this.view;
    return html`<h2>Try it</h2>
      ${this.question()}
      <div class="answer">
        ${
          view
            ? this.shown(view)
            : html`<p class="empty" data-empty>
                ${
                  this.answer?.broken ||
                  (this.answer?.findings.length
                    ? 'The answer comes back once the policy has no faults.'
                    : this.answer?.caseFaults[0]?.message || 'One moment…')
                }
              </p>`
        }
      </div>`;
  }
}
