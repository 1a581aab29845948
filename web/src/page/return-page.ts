import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { firstShop, loadEngine, type Learned, type PageEngine } from '../engine/page-engine.ts';
import { withAnswer, withMoney, withRoughDay, withTick } from '../answers/answering.ts';
import { withoutDay } from '../answers/answering.ts';
import { withoutFact } from '../answers/taking-back.ts';
import { countries, emptyAnswers, factsOf, learnFacts, type Answers, type Facts } from '../answers/facts.ts';
import { guessCountry } from '../answers/case.ts';
import { reasonOf, startOf } from '../answers/reasons.ts';
import { newReturnId, remember, remembered, type Kept } from '../answers/saved-returns.ts';
import { readFragment, writeFragment } from '../answers/url-state.ts';
import type { Headline } from '../view/headline.ts';
import { itemLines } from '../view/items.ts';
import { ask, dayOf, shopsOf, type Faults } from '../view/run-check.ts';
import { saidRows } from '../view/said-rows.ts';
import { eventFact, leading, reasonMissing, type AnswerView } from '../view/selectors.ts';
import { language, packSays, t, type Language } from '../i18n/index.ts';
import { languageFor, sentencesIn, useLanguage } from '../i18n/load.ts';
import { shared } from '../ui/shared-styles.ts';
import { banners } from './banners.ts';
import { cardHead } from './card-head.ts';
import { focusNext } from './focus-next.ts';
import { holdPlace } from './hold-place.ts';
import { KeptShelf } from './kept-shelf.ts';
import { keepForOffline, loadDetails } from './offline.ts';
import { pageStyles } from './page-styles.ts';
import { openQuestion } from './open-question.ts';
import type { AnswerActs } from './answer-acts.ts';
import { linkOf, writeAddress } from './address.ts';
import { answerPart, dated } from './answer-part.ts';
import './answer-acts.ts';
import { lawInstead, lawLast, lawsAhead, lawsSettled, lawWords, openLaws } from './laws.ts';
import type { AnswerNews } from './answer-news.ts';
import './answer-news.ts';
import './order-items.ts';
import './page-footer.ts';
import './said-rows.ts';
import './top-bar.ts';

/** The page: keeps the answers, asks the engine at each one, and hands each part what it shows. */
@customElement('return-page')
export class ReturnPage extends LitElement {
  static override styles = [shared, pageStyles];

  @state() private answers: Answers = emptyAnswers();
  @state() private answerView: AnswerView | null = null;
  @state() private faults: Faults = {};
  @state() private failed = false;
  @state() private ready = false;
  /** The fact whose answer the shopper is changing. */
  @state() private changing: string | null = null;
  /** A fact whose question the shopper opened himself. */
  @state() private asking: string | null = null;
  /** The answer before can be had back. */
  @state() private restarted = false;
  @state() private saying = '';
  @state() private spoken = '';
  private shelf = new KeptShelf(this);
  private returnId = newReturnId();
  private idBefore = '';
  private checker: PageEngine | null = null;
  private defaults: Facts = { marketplace: firstShop };
  private dropped = 0;
  private answeredFor = '';
  private clock: ReturnType<typeof setInterval> | undefined;

  override connectedCallback() {
    super.connectedCallback();
    window.addEventListener('hashchange', this.readAddress);
    document.addEventListener('visibilitychange', this.wake);
    this.clock = setInterval(this.wake, 60_000);
    void this.start();
  }

  override disconnectedCallback() {
    window.removeEventListener('hashchange', this.readAddress);
    document.removeEventListener('visibilitychange', this.wake);
    clearInterval(this.clock);
    super.disconnectedCallback();
  }

  /** The words and the engine load together; the tiles wait for neither rules nor answer. */
  private async start() {
    this.read(location.hash);
    const country = remembered('country') ?? guessCountry(navigator.languages, countries());
    this.defaults = country ? { ...this.defaults, country } : this.defaults;
    const engine = this.loadEngine();
    await this.speak(await languageFor([remembered('language') ?? [], navigator.languages].flat()));
    this.ready = true;
    await engine;
    this.compute();
    await this.updateComplete;
    await loadDetails();
    this.toggleAttribute('answered', true);
    void keepForOffline();
  }

  private async speak(one: Language) {
    await useLanguage(one);
    await lawWords();
    this.checker?.learnAgain();
    document.documentElement.lang = language();
    document.documentElement.dir = t('meta.dir');
    document.title = t('page.title');
    this.requestUpdate();
  }

  private loadEngine = async () => {
    this.failed = false;
    void lawsAhead(this.country);
    const checker = (await loadEngine(this.shop, this.learned, sentencesIn).catch(this.cannot)) ?? null;
    if (checker) await openLaws(checker, this.country, () => this.compute());
    this.checker = checker;
    if (this.ready) this.compute();
  };

  private learned: Learned = (info) => {
    learnFacts([info]);
    this.compute();
  };

  private cannot = (error: unknown): void => {
    console.warn('The engine or the rules did not come.', error);
    this.failed = true;
  };

  private read(hash: string) {
    Object.assign(this, readFragment(hash));
  }

  private readAddress = () => {
    if (location.hash === writeFragment(this.answers)) return;
    this.read(location.hash);
    this.changing = this.asking = null;
    if (this.restarted) this.returnId = this.idBefore;
    this.restarted = false;
    this.compute();
  };

  /** The page may have been open over midnight. */
  private wake = () => {
    if (!document.hidden && this.answeredFor !== dayOf(this.answers)) this.compute();
  };

  private get shop(): string {
    return String(factsOf(this.defaults, this.answers.facts)['marketplace'] ?? '');
  }

  /** Where the shopper lives; '' where that is not known. */
  private get country(): string {
    return String(factsOf(this.defaults, this.answers.facts)['country'] ?? '');
  }

  private compute() {
    const { checker, shop, country } = this;
    if (!checker) return;
    if (!lawsSettled(checker, country)) void openLaws(checker, country, () => {}).then(() => this.compute());
    if (!checker.ready(shop)) return void checker.open(shop).then(() => this.compute(), this.cannot);
    this.answeredFor = dayOf(this.answers);
    packSays(checker.info(shop)?.words);
    const outcome = ask(checker, this.answers, this.defaults);
    this.failed = 'broken' in outcome;
    this.faults = 'faults' in outcome ? outcome.faults : {};
    if ('answerView' in outcome) this.answerView = outcome.answerView;
    this.requestUpdate();
  }

  /** Takes new answers: shows them, speaks them, writes them behind the # of the address. */
  private take(answers: Answers, step: 'new' | 'same' = 'same') {
    this.answers = answers;
    this.saying = '';
    this.restarted = false;
    this.compute();
    if (this.shelf.has(this.returnId)) this.onKeep();
    writeAddress(this.answers, step);
    const head = this.head();
    if (head)
      this.spoken = t('changed', { answer: [head.lead, head.act, head.warn, ...head.under].join(' ') });
  }

  private onAnswer = (event: CustomEvent<Facts>) => {
    const restore = holdPlace(event);
    const counts = this.answerView ? leading(this.answerView.verdict)?.window?.after : undefined;
    const given = event.detail;
    if (typeof given['country'] === 'string') remember('country', given['country']);
    if (this.changing && (this.changing in given || 'reason' in given)) this.changing = null;
    if (this.asking && this.asking in given) this.asking = null;
    const asked = (event.composedPath()[0] as HTMLElement).tagName.startsWith('ASK-');
    this.take(withAnswer(this.answers, given, counts), 'new');
    if (asked) void this.goOn();
    void this.settled().then(() => {
      restore();
      this.tellNews();
    });
  };

  /** What has changed far above what was tapped is said where it was tapped. */
  private tellNews() {
    const head = this.head();
    const news = this.renderRoot.querySelector<AnswerNews>('answer-news');
    news?.say(head ? [head.lead, head.act].filter(Boolean).join(' ') : '');
  }

  private async settled() {
    await this.updateComplete;
    await new Promise((done) => requestAnimationFrame(done));
  }

  private async goOn(scroll = false, wanted?: string) {
    await this.settled();
    focusNext(this.renderRoot, scroll, wanted);
  }

  /** An answer of another kind than a fact: taken back, not known, roughly. */
  private onOther = (answers: Answers, goOn = true) => {
    this.changing = null;
    this.take(answers, 'new');
    if (goOn) void this.goOn();
  };

  private onKeep = () => {
    const kept = this.shelf.keep(this.returnId, this.answers, this.defaults, this.answerView?.shop ?? '');
    this.saying = t(kept ? 'save.kept' : 'save.full');
  };

  private onItems = (event: CustomEvent<Answers>) => {
    this.changing = this.asking = null;
    this.take(event.detail, 'new');
    void this.goOn();
  };

  private open(kept: Kept) {
    this.returnId = kept.id;
    this.take({ ...kept.answers, as_of: this.answers.as_of }, 'new');
    void this.settled().then(() => scrollTo(0, 0));
  }

  private restart = () => {
    this.idBefore = this.returnId;
    this.returnId = newReturnId();
    this.take({ ...emptyAnswers(), as_of: this.answers.as_of }, 'new');
    this.restarted = true;
    scrollTo(0, 0);
  };

  /** The date that the second question asks for. */
  private startFact(): string {
    return this.answerView
      ? eventFact({ ...this.answerView, answers: this.answers })
      : startOf(this.answers.facts);
  }

  private head(): Headline | null {
    return cardHead(this.answers, this.answerView, this.faults, this.failed, this.law());
  }

  /** What the law still gives where the platform's rules say no. */
  private law() {
    return lawInstead(this.sound(), this.country);
  }

  private sound(): AnswerView | null {
    return this.answerView && !this.failed && Object.keys(this.faults).length === 0 ? this.answerView : null;
  }

  override render() {
    if (!this.ready) return html`<slot></slot>`;
    const facts = factsOf(this.defaults, this.answers.facts);
    const first = reasonMissing(this.answers) && !this.failed;
    return html`<main
      class="page"
      @answer=${this.onAnswer}
      @no-date=${(e: CustomEvent<{ recent?: boolean }>) =>
        this.onOther(withoutDay(this.answers, this.startFact(), e.detail.recent))}
      @rough=${(e: CustomEvent<{ fact: string; day: string }>) =>
        this.onOther(withRoughDay(this.answers, e.detail.fact, e.detail.day))}
      @forget=${(e: CustomEvent<{ fact: string }>) =>
        this.onOther(withoutFact(this.answers, e.detail.fact), false)}
      @tick=${(e: CustomEvent<{ id: string; on: boolean }>) =>
        this.take(withTick(this.answers, e.detail.id, e.detail.on))}
      @money=${(e: CustomEvent<{ fact: string; sum: number; currency: string }>) =>
        this.take(withMoney(this.answers, e.detail.fact, e.detail.sum, e.detail.currency))}
      @currency=${(e: CustomEvent<{ currency: string }>) => this.take({ ...this.answers, currency: e.detail.currency })}
      @change-row=${(e: CustomEvent<{ fact: string }>) => this.change(e.detail.fact)}
      @ask-about=${(e: CustomEvent<{ fact: string }>) => this.askAbout(e.detail.fact)}
      @close-question=${() => (this.asking = this.changing = null)}
      @it-happened=${(e: CustomEvent<{ step: string }>) => this.renderRoot.querySelector<AnswerActs>('answer-acts')?.happened(e.detail.step)}
      @keep=${this.onKeep}
      @nickname=${(e: CustomEvent<{ name: string }>) => this.shelf.rename(this.returnId, e.detail.name)}
      @items=${this.onItems}
    >
      <top-bar
        class="head"
        .shops=${shopsOf(this.checker)}
        .shop=${String(facts['marketplace'] ?? '')}
        .country=${this.country}
        ?guessed=${!('country' in this.answers.facts) && !remembered('country')}
      ></top-bar>
      ${banners(this.answers.as_of, this.dropped, () => this.take({ ...this.answers, as_of: null }))}
      ${this.restarted ? html`<p><button type="button" class="quiet" data-undo @click=${() => history.back()}>${t('page.undo')}</button></p>` : nothing}
      ${first && !this.shelf.empty ? this.returns(true) : nothing}
      <div class="asked">${this.asked()}</div>
      <p class="hidden" role="status" aria-live="polite">${this.spoken}</p>
      <answer-news .card=${() => this.renderRoot.querySelector('answer-card')}></answer-news>
      ${this.answer()} ${this.rest(first)} ${this.footer()}
    </main>`;
  }

  private change(fact: string) {
    this.changing = fact;
    void this.goOn(true);
  }

  /** The question may stand far above what was tapped. */
  private askAbout(fact: string) {
    this.asking = fact;
    void this.goOn(true, `[data-question=${fact}]`);
  }

  /** What was said, a row each, and the question that stands open. */
  private asked() {
    const start = this.startFact();
    const today = dayOf(this.answers);
    if (this.failed)
      return html`<button type="button" class="main" @click=${this.loadEngine}>${t('failed.again')}</button>`;
    return html`<said-rows .rows=${saidRows(this.answers, start, today)}></said-rows> ${openQuestion({
        answers: this.answers,
        start,
        today,
        changing: this.changing,
        faults: this.faults,
        answerView: this.answerView,
        undelivered: reasonOf(this.answers.facts)?.may_be_undelivered ?? false,
      })}`;
  }

  private answer() {
    const head = this.head();
    return head
      ? answerPart(head, this.sound(), {
          answers: this.answers,
          checker: this.checker,
          country: this.country,
          asking: this.asking,
        })
      : nothing;
  }

  private rest(first: boolean) {
    const sound = this.sound();
    const several = this.answers.others.length > 0;
    const items = html`<order-items
      .answers=${this.answers}
      .items=${itemLines(this.answers, this.sound())}
    ></order-items>`;
    return html`<div class="rest">
      ${several ? items : nothing} ${sound && !first && dated(sound) ? this.followUp(sound) : nothing}
      ${first || several ? nothing : items} ${first && !this.shelf.empty ? nothing : this.returns(false)}
    </div>`;
  }

  private followUp(sound: AnswerView) {
    const link = linkOf({ ...this.answers, facts: factsOf(this.defaults, this.answers.facts) });
    const name = this.shelf.nameOf(this.returnId) || saidRows(this.answers, '', '')[0]?.value || '';
    return html`<answer-acts
        .answerView=${sound}
        .today=${dayOf(this.answers)}
        .own=${{ id: this.returnId, name, link }}
        .kept=${this.shelf.has(this.returnId)}
        .saying=${this.saying}
      ></answer-acts>
      <answer-details
        .answerView=${sound}
        .checker=${this.checker}
        .defaults=${this.defaults}
      ></answer-details>
      ${lawLast(sound, this.country)}`;
  }

  private returns(unfolded: boolean) {
    return this.shelf.render(this.checker, this.defaults, (kept) => this.open(kept), unfolded);
  }

  private footer() {
    const head = this.head();
    return html`<page-footer
      .answerView=${this.answerView}
      .language=${language()}
      .answering=${this.sound() !== null && !reasonMissing(this.answers)}
      .pack=${this.checker?.info(this.shop) ?? null}
      .answer=${head ? `${head.lead} ${head.act}` : ''}
      @speak=${(e: CustomEvent<{ language: Language }>) => {
        remember('language', e.detail.language);
        void this.speak(e.detail.language).then(() => this.compute());
      }}
      @restart=${this.restart}
    ></page-footer>`;
  }
}
