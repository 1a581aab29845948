import { html, nothing } from 'lit';
import { factsOf, type Facts } from '../answers/facts.ts';
import { t } from '../i18n/index.ts';
import { reportLink } from '../view/report-link.ts';
import type { AnswerView } from '../view/selectors.ts';

/** A link to the repository's form for wrong answers, filled in; nothing where no repository is known. `home`: the full page. */
export function wrongLink(answerView: AnswerView, defaults: Facts, answer: string, home: string) {
  if (!__REPOSITORY__) return nothing;
  const asked = {
    ...answerView,
    answers: { ...answerView.answers, facts: factsOf(defaults, answerView.answers.facts) },
  };
  const address = reportLink(__REPOSITORY__, asked, answer, home, __VERSION__);
  return html`<a part="wrong" target="_blank" rel="noopener" href=${address}>${t('widget.wrong')}</a>`;
}
