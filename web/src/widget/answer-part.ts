import { html, nothing } from 'lit';
import type { Headline } from '../view/headline.ts';
import type { AnswerView } from '../view/selectors.ts';
import { threeFacts } from '../view/summary-cards.ts';

/** The answer's sentence and its three facts. `spoken`: said to who cannot see that it has changed. */
export function answerPart(answerView: AnswerView, head: Headline, spoken: string) {
  const facts = threeFacts(answerView);
  return html`<div class="answer ${head.tone}" part="answer">
    <p class="lead">${head.lead} ${head.act ? html`<span class="act">${head.act}</span>` : nothing}</p>
    ${head.warn ? html`<p class="warn">${head.warn}</p>` : nothing}
    ${head.under.length ? html`<p class="under">${head.under.join(' ')}</p>` : nothing}
    <p class="hidden" role="status">${spoken}</p>
    ${
      facts.length
        ? html`<dl part="facts">
            ${facts.map(
              (fact) =>
                html`<div>
                  <dt>${fact.label}</dt>
                  <dd>${fact.value}${fact.off?.map((says) => html`<br /><small>${says}</small>`)}</dd>
                </div>`,
            )}
          </dl>`
        : nothing
    }
  </div>`;
}
