import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { PageEngine } from '../engine/page-engine.ts';
import type { Answers, Facts } from '../answers/facts.ts';
import { reasonName } from '../answers/reasons.ts';
import { keepShelf, openShelf, type Kept, type Shelf } from '../answers/saved-returns.ts';
import { ask } from '../view/run-check.ts';
import { headline } from '../view/state-line.ts';
import { awaited, begun, isNo, leading, ownStep, type AnswerView } from '../view/selectors.ts';
import { t } from '../i18n/index.ts';
import type { KeptView } from './my-returns.ts';
import './my-returns.ts';

/** Where a saved return stands, in one line, and the day that closes first. */
function standing(answerView: AnswerView): { when: string; day: string | null } {
  const e = leading(answerView.verdict);
  const head = headline(answerView);
  const theirs = awaited(e)?.act_by?.last ?? null;
  const day = isNo(e)
    ? null
    : (e?.act_by?.safe ?? ownStep(e)?.act_by?.safe ?? (begun(answerView) ? theirs : null));
  const when =
    begun(answerView) || !day ? [head.lead, head.act].filter(Boolean).join(' ') : head.act || head.lead;
  return { when, day };
}

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

  has(id: string): boolean {
    return this.shelf.kept.some((one) => one.id === id);
  }

  get empty(): boolean {
    return this.shelf.kept.length === 0;
  }

  nameOf(id: string): string {
    return this.shelf.kept.find((one) => one.id === id)?.name ?? '';
  }

  /** Keeps this return, or what has become of it. False where the browser keeps nothing for us. */
  keep(id: string, answers: Answers, defaults: Facts, shop: string): boolean {
    const reason = t(`reason.${String(reasonName(answers.facts) ?? 'else')}`);
    const name = this.nameOf(id) || t('returns.name', { reason, shop });
    const kept = { ...answers, facts: { ...defaults, ...answers.facts }, as_of: null };
    return this.put((all) => [...all.filter((one) => one.id !== id), { id, name, answers: kept }]);
  }

  rename(id: string, name: string): boolean {
    return this.put((all) => all.map((one) => (one.id === id && name ? { ...one, name } : one)));
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

  private views(checker: PageEngine | null, defaults: Facts): KeptView[] {
    const views = this.shelf.kept.map((kept) => {
      const shop = String(kept.answers.facts['marketplace'] ?? '');
      const ready = checker?.ready(shop) ?? false;
      if (checker && !ready) void checker.open(shop).then(this.reread, () => {});
      const outcome = checker && ready ? ask(checker, kept.answers, defaults) : null;
      const answerView = outcome && 'answerView' in outcome ? outcome.answerView : null;
      const { when, day } = answerView ? standing(answerView) : { when: t('returns.no_date'), day: null };
      return { kept, when, day: day ?? '9999' };
    });
    return views.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  }

  render(
    checker: PageEngine | null,
    defaults: Facts,
    open: (kept: Kept) => void,
    unfolded = false,
  ): TemplateResult {
    const others = (all: Kept[], ids: Set<string>) => all.filter((one) => !ids.has(one.id));
    return html`<my-returns
      ?unfolded=${unfolded && !this.empty}
      .shelf=${this.views(checker, defaults)}
      .damaged=${this.shelf.damaged.length}
      @open-kept=${(e: CustomEvent<{ kept: Kept }>) => open(e.detail.kept)}
      @remove-kept=${(e: CustomEvent<{ id: string }>) => this.put((all) => others(all, new Set([e.detail.id])))}
      @imported=${(e: CustomEvent<{ kept: Kept[] }>) =>
        this.put((all) => [...others(all, new Set(e.detail.kept.map((one) => one.id))), ...e.detail.kept])}
    ></my-returns>`;
  }
}
