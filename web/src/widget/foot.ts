// What stands under the answer beside the link to the full page.
import { html, nothing } from 'lit';
import { factsOf, type Facts } from '../answers/facts.ts';
import { daysBetween } from '../answers/days.ts';
import { fullDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import { reportLink } from '../view/report-link.ts';
import type { Told } from '../view/selectors.ts';

/** A link to the repository's form for wrong answers, filled in; nothing where no repository is known. `home`: the full page. */
export function wrongLink(told: Told, defaults: Facts, answer: string, home: string) {
  if (!__REPOSITORY__) return nothing;
  const asked = { ...told, answers: { ...told.answers, facts: factsOf(defaults, told.answers.facts) } };
  const address = reportLink(__REPOSITORY__, asked, answer, home, __VERSION__);
  return html`<a part="wrong" target="_blank" rel="noopener" href=${address}>${t('widget.wrong')}</a>`;
}

const stale = 180;

/** A pinned copy does not grow younger. */
export function ageNote({ verdict }: Told, home: string) {
  const read = verdict.checked_on ?? verdict.as_of;
  if (daysBetween(read, verdict.as_of) <= stale) return nothing;
  return html`<p class="note" data-old>
    ${t('widget.old', { date: fullDay(read) })}
    ${home ? html`<a target="_blank" rel="noopener" href=${home}>${t('widget.newest')}</a>` : nothing}
  </p>`;
}
