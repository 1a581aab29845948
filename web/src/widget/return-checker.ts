import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { withAnswer } from '../answers/answering.ts';
import { addDays, today } from '../answers/days.ts';
import { emptyAnswers, factsOf, type Answers, type Facts, type FactValue } from '../answers/facts.ts';
import { factsOfReason, reasonName, reasons, tilesOf, type Reason } from '../answers/reasons.ts';
import { ask, ownOf, type Asks, type Faults } from '../view/run-check.ts';
import { chips, type Chip } from '../view/assumptions.ts';
import { headlineAfter as headline } from '../view/headline.ts';
import { eventFact, leading, reasonMissing, type AnswerView } from '../view/selectors.ts';
import { nextQuestion, questionAbout, type Question } from '../view/question.ts';
import { afterMessage, firstInBoth } from '../view/first-letter.ts';
import { sourceLines } from '../view/sources.ts';
import { shortDay } from '../i18n/format.ts';
import { firstOf, packSays, speak, t } from '../i18n/index.ts';
import { copyText } from '../ui/clipboard.ts';
import { answerPart } from './answer-part.ts';
import { readsWell } from './contrast.ts';
import { begin, defaultsOf } from './begin.ts';
import { whenNear } from './near.ts';
import type { Law } from './law.ts';
import type { Settings } from './settings.ts';
import { ageNote, fullLink } from './links.ts';
import { wrongLink } from './report.ts';
import { Facade } from './take-over.ts';
import { widgetStyles } from './widget-styles.ts';
import { saidInSource, type Words } from './words.ts';

/**
 * `<return-checker marketplace country lang theme home packs>`: two questions, a dated answer, the next step. The light DOM
 * stands where it fails, and until it is ready where no facade does; `slot="below"` stands under the answer, `slot="link"`
 * beside the link to the full page. Events: `ready` once it can be asked; `verdict`, the Verdict, after each answer of a reader.
 */
export class ReturnChecker extends LitElement {
  static override styles = widgetStyles;
  static override get observedAttributes() {
    return [...super.observedAttributes, 'marketplace', 'country', 'lang', 'theme', 'dir', 'home', 'packs'];
  }

  private answers: Answers = emptyAnswers();
  private settings: Settings | null = null;
  private words: Words | null = null;
  private core: Asks | null = null;
  private answerView: AnswerView | null = null;
  private law: Law | null = null;
  private faults: Faults = {};
  private facade: Facade | null = null;
  private begun = false;
  private failed = false;
  private open: 'reason' | 'size' | 'rest' | 'arrival' | 'field' | null = null;
  private asking: string | null = null;
  private copied = '';
  private spoken = '';

  override connectedCallback() {
    super.connectedCallback();
    this.facade ??= new Facade(this.renderRoot as ShadowRoot);
    whenNear(this);
  }

  override attributeChangedCallback(name: string, before: string | null, after: string | null) {
    super.attributeChangedCallback(name, before, after);
    if (this.settings && before !== after) void this.start();
  }

  /** Fetches what it needs and asks; where it has begun, nothing more. */
  begin() {
    if (!this.begun) void this.start();
    this.begun = true;
  }

  private async start() {
    const { settings, words, core, law } = await begin(this);
    Object.assign(this, { settings, words, core, law: null, failed: core === null });
    law.then(
      (one) => {
        if (this.settings !== settings) return;
        this.law = one;
        this.compute();
      },
      () => {}, // the shop's own answer stands without it
    );
    this.answerView = null;
    const theme = settings.theme === 'host' && !readsWell(this) ? 'auto' : settings.theme;
    this.setAttribute('data-theme', theme);
    this.compute();
    await this.updateComplete;
    if (this.answerView) {
      const detail = { marketplace: settings.marketplace, language: words.language };
      this.dispatchEvent(new CustomEvent('ready', { detail, bubbles: true, composed: true }));
    }
    this.takeOver();
  }

  /** What a reader did before the element was there. */
  private takeOver() {
    const { pressed, focused } = this.facade?.end() ?? {};
    const reason = reasons.find(({ id }) => id === pressed);
    if (!this.answerView) return;
    if (reason) this.choose(reason);
    else if (pressed === 'else') this.show('rest');
    else if (focused)
      this.renderRoot.querySelector<HTMLElement>(`[data-do="${focused}"]`)?.focus({ preventScroll: true });
  }

  private get defaults(): Facts {
    return this.settings ? defaultsOf(this.settings) : {};
  }

  private speak({ language, catalogue }: Words) {
    speak(language, catalogue);
    packSays(this.core?.info(this.settings!.marketplace)?.words);
  }

  private compute() {
    if (this.core && this.words) {
      this.speak(this.words);
      const outcome = ask(this.core, this.answers, this.defaults);
      const { faults, answerView, broken = false } = ownOf(outcome);
      this.failed = broken;
      this.faults = faults ?? {};
      if (answerView) this.answerView = answerView;
    }
    this.toggleAttribute('data-short', this.failed);
    this.requestUpdate();
  }

  private take(answers: Answers) {
    this.answers = answers;
    this.open = this.asking = null;
    this.copied = '';
    this.compute();
    if (this.answerView) {
      const detail = this.answerView.verdict;
      this.dispatchEvent(new CustomEvent('verdict', { detail, bubbles: true, composed: true }));
    }
    const head = this.answerView && headline(this.answerView);
    if (head)
      this.spoken = t('changed', { answer: [head.lead, head.act, head.warn, ...head.under].join(' ') });
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('fieldset, .main')?.focus({ preventScroll: true }),
    );
  }

  private answer(given: Facts) {
    this.take(
      withAnswer(
        this.answers,
        given,
        this.answerView ? leading(this.answerView.verdict)?.window?.after : undefined,
      ),
    );
  }

  private show(what: ReturnChecker['open'], asking: string | null = null) {
    this.open = what;
    this.asking = asking;
    this.requestUpdate();
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('input, fieldset')?.focus({ preventScroll: true }),
    );
  }

  protected override willUpdate(changed: PropertyValues) {
    super.willUpdate(changed);
    if (this.words) this.speak(this.words);
  }

  override render() {
    const { settings, answerView } = this;
    if (!settings) return this.facade?.stands ? nothing : html`<slot></slot>`;
    const dir = (this.words!.wanted && settings.dir) || t('meta.dir');
    if (!answerView || this.failed)
      return html`<slot></slot>
        <section class="box" part="box" lang=${this.words!.language} dir=${dir}>
          <p>
            ${t(settings.unknown_shop ? 'widget.unknown_shop' : 'widget.cannot')}
            ${this.full(t('widget.home'))}
          </p>
        </section>`;
    const head = headline(answerView);
    return html`<section
      class="box"
      part="box"
      lang=${this.words!.language}
      dir=${dir}
      aria-label="${t('widget.label')} ${answerView.shop}"
    >
      <p class="small" part="shop"><b>${t('widget.label')}</b> ${answerView.shop}</p>
      ${settings.wrong.map(({ name, value }) => html`<p class="note" data-wrong=${name}>${t('widget.bad', { name, value })}</p>`)}
      ${answerPart(answerView, head, this.spoken)}
      <div class="ask" part="ask">${this.questions(answerView)}</div>
      ${this.lawSays(answerView)}
      <slot name="below"></slot>
      <p class="small" part="sources">
        ${sourceLines(answerView).sourceLine} ${sourceLines(answerView).disagreeLine}
        ${this.full(t('widget.full'))}
        ${wrongLink(answerView, this.defaults, `${head.lead} ${head.act}`, settings.home)}
        <slot name="link"></slot>
      </p>
      ${ageNote(answerView, settings.home)}
    </section>`;
  }

  private lawSays(answerView: AnswerView) {
    if (!this.law || reasonMissing(this.answers)) return nothing;
    return this.law(answerView, {
      html,
      full: this.full(t('widget.full')),
      asks: (fact) => questionAbout(answerView, fact) !== null,
      ask: (fact) => this.show(null, fact),
    });
  }

  private full(label: string) {
    return fullLink(this.settings!.home, this.answers, this.defaults, label);
  }

  private questions(answerView: AnswerView): TemplateResult | TemplateResult[] {
    const { facts, no_date } = this.answers;
    if (this.open === 'size') return this.size();
    if (reasonMissing(this.answers) || this.open === 'reason' || this.open === 'rest') return this.reasons();
    const event = eventFact({ ...answerView, answers: this.answers });
    const day = facts[event];
    const reason = t(`reason.${String(reasonName(facts))}`);
    if ((day === undefined && !no_date) || this.faults[event] || this.open === 'arrival')
      return html`${this.fold(reason, 'reason')}${this.arrival(event, day)}`;
    const date = typeof day === 'string' ? shortDay(day, answerView.verdict.as_of) : t('fold.unknown');
    const line = t('widget.said', { reason, what: t(`row.${event}`), date });
    const wrong = Object.keys(this.faults)[0];
    if (wrong) {
      const question = questionAbout(answerView, wrong);
      return html`${this.fold(line, 'arrival')}${question ? this.question(question) : html`<p>${t('error.any')}</p>`}`;
    }
    const question = this.asking ? questionAbout(answerView, this.asking) : nextQuestion(answerView);
    const next = question ? this.question(question) : nothing;
    const e = leading(answerView.verdict);
    const text = firstInBoth(answerView, saidInSource);
    const message = text ? this.message(answerView, text) : nothing;
    // Where the question decides between yes and no, it comes first.
    return html`${this.fold(line, 'arrival')}${e?.status === 'conditional' ? [next, message] : [message, next]}${this.chips(answerView)}`;
  }

  private fold(line: string, what: 'reason' | 'arrival') {
    return html`<button type="button" class="fold" @click=${() => this.show(what)}>
      <span>${line}</span> <b>${t('fold.change')}</b>
    </button>`;
  }

  private group(title: string, body: unknown[], why: unknown = nothing) {
    const few = body.length <= 4 && why !== nothing;
    return html`<fieldset tabindex="-1" part="question">
      <legend>${title}</legend>
      ${why}
      <div class="choices ${few ? 'few' : ''}">${body}</div>
    </fieldset>`;
  }

  private button(label: string, press: () => void, name: string) {
    return html`<button
      type="button"
      part="button"
      class=${name === 'else' ? 'quiet' : ''}
      data-do=${name}
      @click=${press}
    >
      ${label}
    </button>`;
  }

  private reasons() {
    const shown = this.open === 'rest' ? reasons : tilesOf('first');
    const choose = (reason: Reason) => () => this.choose(reason);
    return this.group(t('reason.ask'), [
      ...shown.map((reason) => this.button(t(`reason.${reason.id}`), choose(reason), reason.id)),
      this.open === 'rest' ? nothing : this.button(t('reason.else'), () => this.show('rest'), 'else'),
    ]);
  }

  private choose(reason: Reason) {
    if (reason.splits) this.show('size');
    else this.answer(factsOfReason(reason));
  }

  private size() {
    const answer = (reason: string) => () => this.answer({ reason });
    return this.group(t('reason.size_ask'), [
      this.button(t('yes'), answer('ordered_wrong_size'), 'yes'),
      this.button(t('no'), answer('wrong_size_sent'), 'no'),
      this.button(t('unsure'), answer('ordered_wrong_size'), 'unsure'),
    ]);
  }

  private arrival(event: string, day: FactValue | undefined) {
    const now = today();
    const set = (value: string) => () => this.answer({ [event]: value });
    // What is not here yet has not been delivered: that is another problem than the one chosen.
    const none = () => this.answer(event === 'received_on' ? { reason: 'not_received' } : { [event]: null });
    const code = this.faults[event];
    const typed = (e: Event) => {
      const { value } = e.target as HTMLInputElement;
      if (value >= '1970') this.answer({ [event]: value });
    };
    return html`${this.group(t(`arrival.${event}`), [
      this.button(t('arrival.today'), set(now), 'today'),
      this.button(t('arrival.yesterday'), set(addDays(now, -1)), 'yesterday'),
      this.button(t('arrival.earlier'), () => this.show('arrival'), 'pick'),
      this.button(t(event === 'received_on' ? 'arrival.not_yet' : 'arrival.unknown'), none, 'none'),
    ])}
    ${
      this.open === 'arrival' || code
        ? html`<label
            >${t(`arrival.field.${event}`)}
            <input type="date" max=${now} .value=${typeof day === 'string' ? day : ''} @change=${typed}
          /></label>`
        : nothing
    }${this.fault(code)}`;
  }

  private fault(code: string | undefined) {
    return code
      ? html`<p class="error" role="alert">${firstOf([`error.${code}`, 'error.any'])}</p>`
      : nothing;
  }

  private question(question: Question) {
    const { fact, field } = question;
    const give = (value: FactValue) => () => this.answer({ [fact]: value });
    const longer = fact === 'seller_return_window';
    const open = field !== 'none' && (!longer || this.open === 'field');
    const use = () => {
      const value = this.renderRoot.querySelector('input')?.value ?? '';
      if (field === 'date' ? value : /^\d{1,4}$/.test(value))
        this.answer({ [fact]: field === 'date' ? value : Number(value) });
    };
    return html`${this.group(
      question.text,
      [
        ...question.choices.map(({ value, label }) => this.button(label, give(value), String(value))),
        longer
          ? [
              this.button(t('yes'), () => this.show('field', this.asking), 'yes'),
              this.button(t('no'), give(0), 'no'),
            ]
          : nothing,
        this.button(t('unsure'), give(null), 'unsure'),
        this.asking ? this.button(t('cancel'), () => this.show(null), 'cancel') : nothing,
      ],
      html`<p class="small">${question.why}</p>
        ${
          open
            ? html`<p class="row">
                <label
                  >${t(field === 'number' ? 'ask.number.label' : 'ask.date.label')}
                  <input
                    type=${field}
                    min=${field === 'number' ? (question.spec.least ?? 0) : '1970-01-01'}
                    max=${question.spec.most ?? nothing}
                /></label>
                ${this.button(t('ask.number.use'), use, 'use')}
              </p>`
            : nothing
        }${this.fault(this.faults[fact])}`,
    )}`;
  }

  private message(answerView: AnswerView, text: string) {
    const copy = async () => {
      const done = await copyText(text);
      this.speak(this.words!);
      this.copied = t(done ? 'seller.copied' : 'seller.failed');
      this.requestUpdate();
    };
    return html`<div>
      <button type="button" class="main" part="main" data-do="copy" @click=${copy}>
        ${t('seller.button')}
      </button>
      <p class="small" role="status">${this.copied || afterMessage(answerView)}</p>
      ${this.copied === t('seller.failed') ? html`<pre tabindex="0">${text}</pre>` : nothing}
    </div>`;
  }

  private chips(answerView: AnswerView) {
    const { assumed, yours, later } = chips(answerView);
    const shown = [...yours, ...assumed, ...later].slice(0, 3);
    if (shown.length === 0) return nothing;
    const tap = (chip: Chip) => () => {
      if (chip.tap === 'ask') return this.show(null, chip.fact);
      if (chip.tap === 'forget') {
        const facts = factsOf(this.answers.facts);
        delete facts[chip.fact];
        this.take({ ...this.answers, facts });
      } else this.answer({ [chip.fact]: chip.tap.set });
    };
    return html`<p class="chips small" part="chips">
      ${t(shown.some((chip) => assumed.includes(chip)) ? 'chips.title' : 'chips.yours')}
      ${shown.map((chip) => html`<button type="button" aria-label=${t('chips.flip', { text: chip.text })} @click=${tap(chip)}>${chip.text}</button>`)}
    </p>`;
  }
}
