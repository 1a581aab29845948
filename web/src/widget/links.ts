// Links to the full page. `home`: its address, '' where there is none.
import { html, nothing } from 'lit';
import { daysBetween } from '../answers/days.ts';
import { factsOf, type Answers, type Facts } from '../answers/facts.ts';
import { writeFragment } from '../answers/url-state.ts';
import { fullDay } from '../i18n/format.ts';
import { t } from '../i18n/index.ts';
import type { AnswerView } from '../view/selectors.ts';

const stale = 180;

/** With this case behind the #. */
export function fullLink(home: string, answers: Answers, defaults: Facts, label: string) {
  if (!home) return nothing;
  const address = home + writeFragment({ ...answers, facts: factsOf(defaults, answers.facts) });
  return html`<a part="full" target="_blank" rel="noopener" href=${address}>${label}</a>`;
}

/** A pinned copy does not grow younger. */
export function ageNote(answerView: AnswerView, home: string) {
  const read = answerView.verdict.checked_on ?? answerView.verdict.as_of;
  if (daysBetween(read, answerView.verdict.as_of) <= stale) return nothing;
  return html`<p class="note" data-old>
    ${t('widget.old', { date: fullDay(read) })}
    ${home ? html`<a target="_blank" rel="noopener" href=${home}>${t('widget.newest')}</a>` : nothing}
  </p>`;
}
