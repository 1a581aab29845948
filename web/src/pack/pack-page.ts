import { LitElement, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { learnFacts, learnLawFacts, type FactSpec } from '../answers/facts.ts';
import { packSays, speak } from '../i18n/index.ts';
import type { Case } from '../engine/types.ts';
import { saveFile } from '../ui/clipboard.ts';
import { shared } from '../ui/shared-styles.ts';
import words from '../../messages/en.json?catalogue';
import lawWords from '../../messages/en.json?law';
import lawDictionary from '../../../core/dictionary/law_facts.json';
import { Asking } from './ask-worker.ts';
import { dropDraft, keepDraft, readDraft, type Draft } from './draft.ts';
import { changed, type Change } from './edits.ts';
import type { Finding } from './findings.ts';
import { isObject, listOf, objectOf, textOf, type Json } from './form-read.ts';
import { pageStyles } from './pack-styles.ts';
import { placeIn } from './place-in.ts';
import type { Answer } from './protocol.ts';
import { caseOf, daysOf, firstSample, type Sample } from './sample-case.ts';
import { renamed, sheetName } from './sheet-names.ts';
import { sheetOf, sheetsIn, sheetsText } from './sheets.ts';
import type { JsonEditor } from './json-editor.ts';
import './fault-list.ts';
import './json-editor.ts';
import './pack-form.ts';
import './sample-answer.ts';
import './sheet-list.ts';
import './start-screen.ts';
import './take-away.ts';

speak('en', { ...words, ...lawWords });
learnLawFacts(lawDictionary.facts as (FactSpec & { of_case?: boolean })[]);

type Tab = 'form' | 'json' | 'try';
const tabs: [Tab, string][] = [
  ['form', 'Form'],
  ['json', 'JSON'],
  ['try', 'Try it'],
];
const pause = 250; // milliseconds without a key before the policy is checked
const keepAfter = 600;
const largestFile = 1024 * 1024;

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** A shop's policy: form, JSON, and the answer to a case. One text is the truth; all else is read from it. */
@customElement('pack-page')
export class PackPage extends LitElement {
  static override styles = [shared, pageStyles];

  @state() private draft: Draft | null = readDraft();
  @state() private pack: Json | null | undefined;
  @state() private answer: Answer | null = null;
  @state() private old = true;
  @state() private tab: Tab = 'form';
  @state() private asking = false;
  @state() private said = '';
  #worker = new Asking((answer) => this.take(answer));
  #shop = '';
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** Form and editor have not got the text yet. */
  #unfilled = true;
  #reading: ReturnType<typeof setTimeout> | undefined;

  private get editor(): JsonEditor | null {
    return this.renderRoot.querySelector('json-editor');
  }

  /** Of a text that is not JSON at the moment the last form would be a lie: it is left out until then. */
  private read(text: string) {
    this.pack = text.length > 2 * largestFile ? null : parsed(text);
  }

  private begin(text: string) {
    clearTimeout(this.#reading);
    this.#reading = undefined;
    this.draft = { text, sheets: [], sample: firstSample() };
    this.answer = null;
    this.said = '';
    this.tab = 'form';
    this.pack = undefined;
    this.#unfilled = true;
    this.check(0);
  }

  private set(part: Partial<Draft>, wait = 0) {
    if (!this.draft) return;
    this.draft = { ...this.draft, ...part };
    this.check(wait);
  }

  /** Asks the compiler and keeps the draft, a little after the last change. */
  private check(wait: number) {
    this.old = true;
    const { verdict = null } = this.answer ?? {};
    this.#worker.ask(() => {
      const { text, sheets, sample } = this.draft!;
      return { text, sheets, given: caseOf(sample), days: daysOf(sample, verdict) };
    }, wait);
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => {
      if (this.draft && !keepDraft(this.draft))
        this.said = 'This browser does not keep the draft: download it before you leave.';
    }, keepAfter + wait);
  }

  private take(answer: Answer) {
    if (!this.draft) return;
    const before = this.answer?.verdict ?? null;
    const { info, verdict } = answer;
    if (info) {
      learnFacts([info]);
      packSays(info.words);
      const sheets = renamed(this.draft.sheets, this.#shop, info.id);
      this.#shop = info.id;
      if (sheets !== this.draft.sheets) return this.set({ sheets });
    }
    this.old = false;
    this.answer = answer;
    this.editor?.mark(answer.findings);
    const { sample } = this.draft;
    // The strip reaches to the last day of this answer, not of the one before.
    if (verdict && JSON.stringify(daysOf(sample, verdict)) !== JSON.stringify(daysOf(sample, before)))
      this.check(0);
  }

  /** A long text is not read at each key, but when the author pauses. */
  private typed() {
    this.old = true;
    clearTimeout(this.#reading);
    this.#reading = setTimeout(() => this.flush(), pause);
  }

  /** Takes over what was typed last. */
  private flush() {
    if (this.#reading === undefined) return;
    clearTimeout(this.#reading);
    this.#reading = undefined;
    const text = this.editor?.value ?? '';
    if (!this.draft || text === this.draft.text) return;
    this.read(text);
    this.set({ text });
  }

  private edited(changes: Change[]) {
    this.flush();
    const text = changed(this.draft!.text, changes);
    this.read(text);
    if (this.editor) this.editor.value = text;
    this.set({ text }, pause);
  }

  private right() {
    const { verdict, info } = this.answer ?? {};
    const { sheets, sample } = this.draft!;
    if (!verdict || !info || this.old) return;
    const shop: Sample['facts'] = info.governs
      ? { country: sample.facts['country'] ?? info.governs[0] ?? '' }
      : {};
    const given = caseOf({ ...sample, facts: { marketplace: verdict.policy, ...shop, ...sample.facts } });
    const sheet = sheetOf(given, verdict, sheetName(given, sheets), info);
    this.set({ sheets: [...sheets, sheet] });
  }

  private see(given: Case) {
    const facts = { ...given.facts } as Sample['facts'];
    delete facts['marketplace'];
    this.set({ sample: { as_of: given.as_of, facts } });
  }

  private open() {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.json,application/json';
    input.addEventListener('change', () => void this.opened(input.files?.[0]));
    input.click();
  }

  /** A policy, or the checks of the one that is open. */
  async opened(file: File | undefined) {
    if (!file) return;
    if (file.size > 2 * largestFile) {
      this.said = 'This file has more than a megabyte; no policy may be so long.';
      return;
    }
    const text = (await file.text()).replace(/^\uFEFF/, '');
    const sheets = sheetsIn(text);
    if (sheets && this.draft) this.set({ sheets: [...this.draft.sheets, ...sheets] });
    else this.begin(text);
  }

  private anew() {
    dropDraft();
    clearTimeout(this.#keeping);
    clearTimeout(this.#reading);
    this.#reading = undefined;
    this.#unfilled = true;
    [this.draft, this.answer, this.pack, this.asking, this.said] = [null, null, undefined, false, ''];
  }

  private save(what: string) {
    this.flush();
    const { text, sheets } = this.draft!;
    const id = this.fileName();
    if (what === 'pack') saveFile(`${id}.json`, 'application/json', text);
    else saveFile(`${id}.checks.json`, 'application/json', sheetsText(sheets));
  }

  private fileName(): string {
    const id = textOf(this.pack?.['id']);
    return /^[\w-]{1,64}$/.test(id) ? id : 'my-shop';
  }

  /** Shows a finding in the text, on a phone behind its tab. */
  private jump({ from, to }: { from: number; to: number }) {
    this.tab = 'json';
    void this.updateComplete.then(() => this.editor?.show(from, to));
  }

  private showChecks() {
    this.tab = 'try';
    void this.updateComplete.then(() => this.renderRoot.querySelector('sheet-list')?.scrollIntoView());
  }

  private look(path: (string | number)[]) {
    this.jump(placeIn(this.draft!.text, path));
  }

  private names = () => {
    const keys = (key: string) => Object.keys(objectOf(this.pack?.[key]));
    const steps = listOf(this.pack?.['steps']).map(({ id }) => textOf(id));
    return { clauses: keys('clauses'), sources: keys('sources'), steps };
  };

  /** Form and editor get a long text in a task of its own each, after all else is there. */
  private fill() {
    this.#unfilled = false;
    setTimeout(() => {
      if (this.draft) this.read(this.draft.text);
    });
    setTimeout(() => {
      if (!this.editor || !this.draft) return;
      this.editor.value = this.draft.text;
      this.editor.mark(this.answer?.findings ?? []);
    }, 30);
  }

  protected override updated() {
    if (this.draft && this.#unfilled) this.fill();
    const bar = this.renderRoot.querySelector<HTMLElement>('.bar');
    if (bar) this.style.setProperty('--bar', `${bar.offsetHeight}px`);
  }

  protected override firstUpdated() {
    if (this.draft) this.check(0);
  }

  private state() {
    const { findings = [], found = 0, broken, sheets = [] } = this.answer ?? {};
    const failed = sheets.filter(({ ok }) => !ok).length;
    const errors = findings.some(({ severity }) => severity === 'error');
    const count = (one: string) => `${found} ${one}${found === 1 ? '' : 's'}`;
    const [tone, text] = broken
      ? ['bad', 'Not checked']
      : !this.answer
        ? ['', 'Checking…']
        : errors
          ? ['bad', count('fault')]
          : found > 0
            ? ['warn', count('warning')]
            : [failed > 0 ? 'warn' : 'good', 'No faults'];
    const checks = failed > 0 ? `, ${failed} failed check${failed === 1 ? '' : 's'}` : '';
    return html`<button
      type="button"
      class="state ${tone}"
      data-state=${tone || 'open'}
      @click=${() => (findings[0] ? this.jump(findings[0]) : failed > 0 && this.showChecks())}
    >
      ${text}${checks}
    </button>`;
  }

  private bar() {
    return html`<header class="bar">
      <h1>${textOf(this.pack?.['name']) || 'A policy'}</h1>
      ${this.state()}
      <div class="acts">
        <button type="button" class="quiet" data-do="open" @click=${() => this.open()}>Open</button>
        <button type="button" class="quiet" data-do="anew" @click=${() => (this.asking = true)}>
          Start anew
        </button>
      </div>
      ${
        this.asking
          ? html`<div class="sure" role="alert">
              <span>This drops the draft and its checks from this browser.</span>
              <button type="button" data-do="drop" @click=${() => this.anew()}>Drop it</button>
              <button type="button" class="quiet" @click=${() => (this.asking = false)}>Keep it</button>
            </div>`
          : nothing
      }
      ${this.said ? html`<p class="sure small" role="alert">${this.said}</p>` : nothing}
      <div class="tabs" role="tablist" aria-label="What is shown">
        ${tabs.map(
          ([id, name]) =>
            html`<button
              type="button"
              role="tab"
              id="tab-${id}"
              data-tab=${id}
              aria-selected=${this.tab === id}
              aria-controls="pane-${id}"
              @click=${() => (this.tab = id)}
            >
              ${name}
            </button>`,
        )}
      </div>
    </header>`;
  }

  private panes(draft: Draft) {
    const { answer } = this;
    const open = (tab: Tab) => this.tab === tab;
    return html`<main class="panes">
      <div class="pane" id="pane-form" ?data-open=${open('form')}>
        <pack-form
          .pack=${this.pack}
          .findings=${answer?.findings ?? []}
          ?law=${this.pack?.['governs'] !== undefined}
          @edited=${(event: CustomEvent<Change[]>) => this.edited(event.detail)}
          @look=${(event: CustomEvent<(string | number)[]>) => this.look(event.detail)}
        ></pack-form>
      </div>
      <div class="pane json" id="pane-json" ?data-open=${open('json')}>
        <json-editor .names=${this.names} @typed=${() => this.typed()}></json-editor>
        <fault-list
          .findings=${answer?.findings ?? []}
          .found=${answer?.found ?? 0}
          @jump=${(event: CustomEvent<Finding>) => this.jump(event.detail)}
        ></fault-list>
      </div>
      <div class="pane try" id="pane-try" ?data-open=${open('try')}>
        <sample-answer
          .sample=${draft.sample}
          .answer=${answer}
          ?old=${this.old}
          @sample=${(event: CustomEvent<Sample>) => this.set({ sample: event.detail })}
          @right=${() => this.right()}
        ></sample-answer>
        <sheet-list
          .sheets=${draft.sheets}
          .results=${answer?.sheets ?? []}
          @drop=${(event: CustomEvent<number>) => this.set({ sheets: draft.sheets.toSpliced(event.detail, 1) })}
          @see=${(event: CustomEvent<Case>) => this.see(event.detail)}
        ></sheet-list>
        <take-away
          name=${this.fileName()}
          ?law=${this.pack?.['governs'] !== undefined}
          .sheets=${draft.sheets.length}
          .faults=${answer && !answer.info ? answer.found : 0}
          @save=${(event: CustomEvent<string>) => this.save(event.detail)}
        ></take-away>
      </div>
    </main>`;
  }

  override render() {
    if (this.draft) return html`${this.bar()}${this.panes(this.draft)}`;
    return html`<main>
      <start-screen
        .said=${this.said}
        @begin=${(event: CustomEvent<string>) => this.begin(event.detail)}
        @open=${() => this.open()}
      ></start-screen>
    </main>`;
  }
}
