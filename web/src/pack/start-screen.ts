import { LitElement, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { shared } from '../ui/shared-styles.ts';
import { begun, templates } from './templates.ts';

/** Where a policy comes from. Event `begin`: `detail` is its text. */
@customElement('start-screen')
export class StartScreen extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        gap: 1.75rem;
        grid-template-columns: minmax(0, 1fr);
        max-width: 54rem;
        margin: 0 auto;
        padding: clamp(1rem, 5vh, 3.5rem) 1rem 3rem;
      }
      h1 {
        margin: 0;
        font-size: clamp(1.625rem, 5vw, 2.125rem);
        line-height: 1.15;
        letter-spacing: -0.015em;
      }
      .lead {
        margin-top: 0.75rem;
        font-size: 1.0625rem;
        max-width: 40rem;
        text-wrap: pretty;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
        gap: 0.75rem;
        margin-top: 0.75rem;
      }
      .cards button {
        display: grid;
        gap: 0.25rem;
        align-content: start;
        text-align: start;
        padding: 1rem 1.125rem 1.125rem;
        border-radius: var(--round);
        border-color: var(--line);
      }
      .cards b {
        font-size: 1.125rem;
        color: var(--accent);
      }
      .cards span {
        color: var(--soft);
        font-size: 0.9375rem;
        line-height: 1.4;
      }
      textarea {
        width: 100%;
        min-height: 7rem;
        margin-top: 0.75rem;
        padding: 0.75rem;
        font:
          0.875rem/1.5 ui-monospace,
          monospace;
        color: inherit;
        background: var(--sheet);
        border: 1px solid var(--edge);
        border-radius: var(--round-small);
        resize: vertical;
      }
      .row {
        margin-top: 0.5rem;
      }
      a {
        color: var(--accent);
      }
    `,
  ];

  @property() said = '';
  @state() private pasted = '';

  private begin(detail: string) {
    this.dispatchEvent(new CustomEvent('begin', { detail }));
  }

  override render() {
    return html`<header>
        <h1>Write a shop’s policy</h1>
        <p class="lead">
          You read a shop’s return rules; here you write them down once, and the checker answers for them,
          with days. Nothing leaves your browser.
        </p>
      </header>
      <section>
        <h2>Start from an example</h2>
        <div class="cards">
          ${templates.map(
            (one) =>
              html`<button type="button" data-template=${one.id} @click=${() => this.begin(begun(one))}>
                <b>${one.title}</b><span>${one.about}</span>
              </button>`,
          )}
        </div>
      </section>
      <section>
        <h2><label for="paste">Or go on with one that you have</label></h2>
        <textarea
          id="paste"
          spellcheck="false"
          placeholder="Paste the JSON here"
          @input=${(event: Event) => (this.pasted = (event.target as HTMLTextAreaElement).value)}
        ></textarea>
        <div class="row">
          <button
            type="button"
            data-do="paste"
            ?disabled=${!this.pasted.trim()}
            @click=${() => this.begin(this.pasted)}
          >
            Use this
          </button>
          <button type="button" data-do="open" @click=${() => this.dispatchEvent(new CustomEvent('open'))}>
            Open a file
          </button>
        </div>
        ${this.said ? html`<p class="error" role="alert">${this.said}</p>` : nothing}
      </section>
      <p><a href="../">Back to the checker</a></p>`;
  }
}
