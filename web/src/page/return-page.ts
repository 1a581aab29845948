import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Checker } from '../engine/index.ts';
import { isDay } from '../answers/days.ts';
import { withAnswer } from '../answers/answering.ts';
import {
  countries,
  emptyAnswers,
  eventOf,
  factsOf,
  learnFacts,
  type Answers,
  type Facts,
} from '../answers/facts.ts';
import { readFragment, writeFragment } from '../answers/url-state.ts';
import { remember, remembered } from '../answers/saved-returns.ts';
import { guessCountry } from '../answers/case.ts';
import { ask, dayOf, type Faults } from '../view/run-check.ts';
import { headline, type Headline } from '../view/headline.ts';
import { eventFact, leading, untold, type Told } from '../view/selectors.ts';
import { questionAbout } from '../view/question.ts';
import { threeFacts } from '../view/summary-cards.ts';
import { fullDay, shortDay } from '../i18n/format.ts';
import { firstOf, guessLanguage, language, languages, t, type Language } from '../i18n/index.ts';
import { useLanguage } from '../i18n/load.ts';
import { KeptShelf } from './kept-shelf.ts';
import { loadEngine } from '../engine/load-engine.ts';
import { keepForOffline } from './offline.ts';
import { pageStyles } from './page-styles.ts';
import { shared } from '../ui/shared-styles.ts';
import './answer-card.ts';
import './answer-details.ts';
import './ask-arrival.ts';
import './ask-next.ts';
import './ask-reason.ts';
import './order-items.ts';
import './page-footer.ts';
import './sharpen-answer.ts';
import './top-bar.ts';

/** The page: keeps the answers, asks the engine at each one, and hands each part what it shows. */
@customElement('return-page')
export class ReturnPage extends LitElement {
  static override styles = [shared, pageStyles];

  @state() private answers: Answers = emptyAnswers();
  @state() private told: Told | null = null;
  @state() private faults: Faults = {};
  @state() private failed = false;
  @state() private ready = false;
  @state() private editing: 'reason' | 'arrival' | null = null;
  @state() private asking: string | null = null;
  @state() private keptSaid = '';
  @state() private spoken = '';
  private shelf = new KeptShelf(this);
  private checker: Checker | null = null;
  private defaults: Facts = {};
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

  private async start() {
    const kept = remembered('language');
    const guess = guessLanguage(navigator.languages);
    await this.speak(languages.find((one) => one === kept) ?? guess);
    const country = guessCountry(navigator.languages, countries());
    this.defaults = country ? { country } : {};
    this.read(location.hash);
    this.ready = true;
    await this.loadEngine();
    void keepForOffline();
  }

  private async speak(one: Language) {
    await useLanguage(one);
    document.documentElement.lang = one;
    document.documentElement.dir = t('meta.dir');
    document.title = t('page.title');
    this.requestUpdate();
  }

  private loadEngine = async () => {
    this.failed = false;
    try {
      this.checker = await loadEngine();
      const packs = this.checker.packs();
      learnFacts(packs);
      this.defaults = { marketplace: packs[0]?.id ?? '', ...this.defaults };
      this.compute();
    } catch (error) {
      console.warn('The engine did not start.', error instanceof Error ? error.message : '');
      this.failed = true;
    }
  };

  private read(hash: string) {
    const { answers, dropped } = readFragment(hash);
    this.answers = answers;
    this.dropped = dropped;
  }

  private readAddress = () => {
    if (location.hash === writeFragment(this.answers)) return;
    this.read(location.hash);
    this.editing = null;
    this.asking = null;
    this.compute();
  };

  /** The page may have been open over midnight. */
  private wake = () => {
    if (!document.hidden && this.answeredFor !== dayOf(this.answers)) this.compute();
  };

  private compute() {
    if (!this.checker) return;
    this.answeredFor = dayOf(this.answers);
    const outcome = ask(this.checker, this.answers, this.defaults);
    this.failed = 'broken' in outcome;
    this.faults = 'faults' in outcome ? outcome.faults : {};
    if ('told' in outcome) this.told = outcome.told;
    this.requestUpdate();
  }

  /** Takes new answers: shows them, speaks them, writes them behind the # of the address. */
  private take(answers: Answers) {
    this.answers = answers;
    this.keptSaid = '';
    this.compute();
    try {
      history.replaceState(null, '', writeFragment(answers) || location.pathname + location.search);
    } catch {
      // A frame without a history of its own: the link of "Share" holds the same.
    }
    const head = this.head();
    if (head) this.spoken = t('changed', { answer: [head.lead, head.act, ...head.under].join(' ') });
  }

  private onAnswer = (event: CustomEvent<Facts>) => {
    const answers = withAnswer(
      this.answers,
      event.detail,
      this.told ? leading(this.told.verdict)?.window?.after : undefined,
    );
    if ('reason' in event.detail || this.event() in event.detail) this.editing = null;
    const from = event.composedPath()[0] as HTMLElement;
    const asked = /^ASK-/.test(from.tagName);
    if (this.asking && this.asking in event.detail) this.asking = null;
    this.take(answers);
    const wrong = Object.keys(this.faults).find((fact) => fact in event.detail && fact !== this.event());
    if (wrong) this.asking = wrong;
    if (asked) void this.goOn();
  };

  /** Who answers by keyboard or by ear goes on where the next question stands; nothing scrolls. */
  private async goOn() {
    await this.updateComplete;
    const next =
      this.renderRoot.querySelector('sharpen-answer') ??
      this.renderRoot.querySelector('ask-arrival') ??
      this.renderRoot.querySelector('ask-reason');
    await (next as LitElement | null)?.updateComplete;
    const inner = next?.shadowRoot?.querySelector('ask-next, copy-message') as LitElement | null | undefined;
    await inner?.updateComplete;
    const root = inner?.shadowRoot ?? next?.shadowRoot;
    root?.querySelector<HTMLElement>('fieldset, button')?.focus({ preventScroll: true });
  }

  private reopen(what: 'reason' | 'arrival') {
    this.editing = what;
    void this.goOn();
  }

  private onNoDate = () => {
    const facts = factsOf(this.answers.facts);
    delete facts[this.event()];
    this.editing = null;
    this.take({ ...this.answers, facts, no_date: true });
    void this.goOn();
  };

  private onForget = (event: CustomEvent<{ fact: string }>) => {
    const facts = factsOf(this.answers.facts);
    delete facts[event.detail.fact];
    this.take({ ...this.answers, facts });
  };

  private onTick = (event: CustomEvent<{ id: string; on: boolean }>) => {
    const others = this.answers.ticked.filter((one) => one !== event.detail.id);
    this.take({ ...this.answers, ticked: event.detail.on ? [...others, event.detail.id] : others });
  };

  private onMoney = (event: CustomEvent<{ fact: string; sum: number; currency: string }>) => {
    const facts = factsOf(this.answers.facts, { [event.detail.fact]: event.detail.sum });
    this.take({ ...this.answers, facts, currency: event.detail.currency });
  };

  private onKeep = () => {
    this.keptSaid = t(
      this.shelf.keep(this.answers, this.defaults, this.told?.shop ?? '') ? 'save.kept' : 'save.full',
    );
  };

  private onItems = (event: CustomEvent<Answers>) => {
    this.editing = null;
    this.asking = null;
    this.take(event.detail);
    void this.goOn();
  };

  private event(): string {
    return this.told
      ? eventFact({ ...this.told, answers: this.answers })
      : eventOf(this.answers.facts['reason']);
  }

  private head(): Headline | null {
    if (this.failed)
      return { tone: 'maybe', lead: t('failed.lead'), act: t('failed.act'), under: [t('failed.where')] };
    if (Object.keys(this.faults).length)
      return { tone: 'maybe', lead: t('head.errors.lead'), act: t('head.errors.act'), under: [] };
    if (this.told) return headline(this.told);
    return this.ready ? { tone: 'wait', lead: t('page.loading'), act: '', under: [] } : null;
  }

  private fault(fact: string): string {
    const code = this.faults[fact];
    return code ? firstOf([`error.${code}`, 'error.any']) : '';
  }

  override render() {
    if (!this.ready) return html`<slot></slot>`;
    const asOf = this.answers.as_of;
    const head = this.head();
    const sound = this.told && !this.failed && Object.keys(this.faults).length === 0 ? this.told : null;
    const facts = factsOf(this.defaults, this.answers.facts);
    return html`<main
      class="page"
      @answer=${this.onAnswer}
      @no-date=${this.onNoDate}
      @forget=${this.onForget}
      @tick=${this.onTick}
      @money=${this.onMoney}
      @currency=${(e: CustomEvent<{ currency: string }>) => this.take({ ...this.answers, currency: e.detail.currency })}
      @ask-about=${(e: CustomEvent<{ fact: string }>) => (this.asking = e.detail.fact)}
      @close-question=${() => (this.asking = null)}
      @keep=${this.onKeep}
      @items=${this.onItems}
    >
      <top-bar
        class="head"
        .shops=${this.checker?.packs().map(({ id, name }) => ({ id, name })) ?? []}
        .shop=${String(facts['marketplace'] ?? '')}
        .country=${String(facts['country'] ?? '')}
      ></top-bar>
      ${asOf !== null ? this.banner(asOf) : nothing}
      ${this.dropped ? html`<p class="banner">${t('page.dropped', { count: this.dropped })}</p>` : nothing}
      <answer-card class="answer" .headline=${head} .facts=${sound ? threeFacts(sound) : []}></answer-card>
      <p class="hidden" role="status" aria-live="polite">${this.spoken}</p>
      ${head?.lead === t('page.loading') ? nothing : this.underCard(sound, head?.tone === 'no')}
    </main>`;
  }

  /** Not there before the first answer: what comes later would push it about. */
  private underCard(sound: Told | null, no: boolean) {
    return html`${
        this.failed
          ? html`<div class="ask">
              <button type="button" class="main" @click=${this.loadEngine}>${t('failed.again')}</button>
            </div>`
          : html`<div class="ask">${this.questions(sound)}</div>`
      }
      <div class="below">
        ${
          sound && !untold(this.answers)
            ? html`<answer-details
                .told=${sound}
                .checker=${this.checker}
                .defaults=${this.defaults}
                .today=${dayOf(this.answers)}
                .keptSaid=${this.keptSaid}
              ></answer-details>`
            : nothing
        }
        ${untold(this.answers) && this.answers.others.length === 0 ? nothing : html`<order-items .answers=${this.answers}></order-items>`}
        ${this.shelf.render(this.checker, this.defaults, (kept) => this.take({ ...kept.answers, as_of: this.answers.as_of }))}
      </div>
      <page-footer
        .shop=${this.told?.shop ?? ''}
        .language=${language()}
        .no=${no}
        .answering=${sound !== null && !untold(this.answers)}
        @speak=${(e: CustomEvent<{ language: Language }>) => {
          remember('language', e.detail.language);
          void this.speak(e.detail.language).then(() => this.compute());
        }}
        @restart=${() => this.take({ ...emptyAnswers(), as_of: this.answers.as_of })}
      ></page-footer>`;
  }

  private banner(asOf: string) {
    const good = isDay(asOf);
    return html`<p class="banner" data-banner="as-of">
      <span>${good ? t('page.as_of', { date: fullDay(asOf) }) : t('page.as_of_bad', { date: asOf })}</span>
      <button type="button" class="quiet" @click=${() => this.take({ ...this.answers, as_of: null })}>
        ${t('page.back_to_today')}
      </button>
    </p>`;
  }

  private questions(sound: Told | null) {
    const event = this.event();
    const day = this.answers.facts[event];
    const reason = this.answers.facts['reason'];
    if (untold(this.answers) || this.editing === 'reason')
      return html`<ask-reason .reason=${String(reason ?? '')}></ask-reason>`;
    const answered = typeof day === 'string' || this.answers.no_date;
    const name = t(`reason.${String(reason)}`);
    const wrong = this.fault(event);
    if (!answered || wrong || this.editing === 'arrival')
      return html`${this.fold(name, 'reason')}
        <ask-arrival
          .event=${event}
          .today=${dayOf(this.answers)}
          .value=${typeof day === 'string' ? day : ''}
          .error=${wrong}
        ></ask-arrival>`;
    const line =
      typeof day === 'string'
        ? t(`fold.${event}`, { reason: name, date: shortDay(day, dayOf(this.answers)) })
        : t(`fold.no_date.${event}`, { reason: name });
    return html`${this.fold(line, 'arrival')}
    ${
      sound
        ? html`<sharpen-answer
            .told=${sound}
            .today=${dayOf(this.answers)}
            .asking=${this.asking}
          ></sharpen-answer>`
        : this.otherFault()
    }`;
  }

  /** What a fault concerns when it is not the second question's day. */
  private otherFault() {
    const fact = Object.keys(this.faults).find((one) => one !== 'case');
    const question = fact && this.told ? questionAbout(this.told, fact) : null;
    return question
      ? html`<ask-next
          .question=${question}
          .today=${dayOf(this.answers)}
          .error=${this.fault(question.fact)}
        ></ask-next>`
      : html`<p class="error">${t(fact === 'other_item' ? 'error.other_item' : 'error.any')}</p>`;
  }

  private fold(line: string, what: 'reason' | 'arrival') {
    return html`<button type="button" class="fold" data-fold @click=${() => this.reopen(what)}>
      <span>${line}</span><b>${t('fold.change')}</b>
    </button>`;
  }
}
