import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { Checker } from '../engine/index.ts';
import type { Answers, Facts } from '../answers/facts.ts';
import { keepShelf, openShelf, type Kept, type Shelf } from '../answers/saved-returns.ts';
import { ask } from '../view/run-check.ts';
import { leading } from '../view/selectors.ts';
import { shortDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import type { KeptView } from './my-returns.ts';
import './my-returns.ts';

/** The returns kept on this device, as the page shows them. */
export class KeptShelf implements ReactiveController {
  private shelf: Shelf = { kept: [], damaged: [], works: true };

  constructor(private host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected() {
    this.reread();
    window.addEventListener('storage', this.reread);
  }

  hostDisconnected() {
    window.removeEventListener('storage', this.reread);
  }

  /** Another tab may have kept or removed something. */
  private reread = () => {
    this.shelf = openShelf();
    this.host.requestUpdate();
  };

  /** Keeps one more. False where the browser keeps nothing for us. */
  keep(answers: Answers, defaults: Facts, shop: string): boolean {
    const name = t('returns.name', {
      reason: t(`reason.${String(answers.facts['reason'] ?? 'else')}`),
      shop,
    });
    const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
    const kept = { ...answers, facts: { ...defaults, ...answers.facts }, as_of: null };
    return this.put((all) => [...all, { id, name, answers: kept }]);
  }

  /** Changes what is kept now, which may be more than this tab has seen. */
  private put(change: (all: Kept[]) => Kept[]): boolean {
    const now = openShelf();
    const shelf = { ...now, kept: change(now.kept) };
    const ok = keepShelf(shelf);
    if (ok) this.shelf = shelf;
    this.host.requestUpdate();
    return ok;
  }

  private views(checker: Checker | null, defaults: Facts): KeptView[] {
    const views = this.shelf.kept.map((kept) => {
      const outcome = checker ? ask(checker, kept.answers, defaults) : null;
      const told = outcome && 'told' in outcome ? outcome.told : null;
      const day = told ? (leading(told.verdict)?.act_by?.safe ?? null) : null;
      const when =
        day && told ? t('returns.closes', { date: shortDay(day, told.verdict.as_of) }) : t('returns.no_date');
      return { kept, when, day: day ?? '9999' };
    });
    return views.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  }

  render(checker: Checker | null, defaults: Facts, open: (kept: Kept) => void): TemplateResult {
    const others = (all: Kept[], ids: Set<string>) => all.filter((one) => !ids.has(one.id));
    return html`<my-returns
      .shelf=${this.views(checker, defaults)}
      .damaged=${this.shelf.damaged.length}
      @open-kept=${(e: CustomEvent<{ kept: Kept }>) => open(e.detail.kept)}
      @remove-kept=${(e: CustomEvent<{ id: string }>) => this.put((all) => others(all, new Set([e.detail.id])))}
      @imported=${(e: CustomEvent<{ kept: Kept[] }>) =>
        this.put((all) => [...others(all, new Set(e.detail.kept.map((one) => one.id))), ...e.detail.kept])}
    ></my-returns>`;
  }
}
