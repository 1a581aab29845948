import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { json } from '@codemirror/lang-json';
import {
  HighlightStyle,
  bracketMatching,
  foldGutter,
  foldKeymap,
  indentUnit,
  syntaxHighlighting,
} from '@codemirror/language';
import { lintGutter, setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { search, searchKeymap } from '@codemirror/search';
import { Compartment, EditorState, Transaction } from '@codemirror/state';
import {
  EditorView,
  drawSelection,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { LitElement, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { replacement } from './edits.ts';
import { completion, hover, type Names } from './editor-help.ts';
import { editorTheme } from './editor-theme.ts';
import type { Finding } from './findings.ts';

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent)' },
  { tag: tags.string, color: 'var(--ink)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--maybe)' },
  { tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--soft)' },
]);

/** Wrapping a line of a megabyte would freeze the page. */
const longestWrapped = 5000;

function wraps(text: string): boolean {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    if (end - start > longestWrapped) return false;
    start = end + 1;
  }
  return text.length - start <= longestWrapped;
}

/** True where a line comes in that is too long to be wrapped. */
function longLine({ changes, docChanged }: Transaction): boolean {
  let found = false;
  if (docChanged)
    changes.iterChanges(
      (...[, , , , text]) => (found ||= text.length > longestWrapped && !wraps(text.toString())),
    );
  return found;
}

/** The text of the pack. Event `typed`: it was changed here; `detail` is empty, since the text may be long. */
@customElement('json-editor')
export class JsonEditor extends LitElement {
  static override styles = css`
    :host {
      display: block;
      min-height: 0;
    }
    div.place {
      height: 100%;
    }
  `;

  @property({ attribute: false }) names: Names = () => ({ clauses: [], steps: [], sources: [] });

  #view: EditorView | null = null;
  #wrapping = new Compartment();
  #quiet = false;
  #text = '';

  get value(): string {
    return this.#view?.state.doc.toString() ?? this.#text;
  }

  /** Replaces no more than what differs, so that the cursor and undo stay. */
  set value(text: string) {
    this.#text = text;
    const view = this.#view;
    if (!view) return;
    const changes = replacement(this.value, text);
    if (!changes) return;
    this.#quiet = true;
    view.dispatch({
      changes,
      effects: this.#wrapping.reconfigure(wraps(text) ? EditorView.lineWrapping : []),
      annotations: Transaction.userEvent.of('input.form'),
    });
    this.#quiet = false;
  }

  mark(findings: Finding[]) {
    const view = this.#view;
    if (!view) return;
    const end = view.state.doc.length;
    const diagnostics = findings.map(({ from, to, message, severity }): Diagnostic => ({
      from: Math.min(from, end),
      to: Math.min(Math.max(to, from), end),
      message,
      severity,
    }));
    view.dispatch(setDiagnostics(view.state, diagnostics));
  }

  /** Puts the cursor there and shows the line. */
  show(from: number, to: number) {
    const view = this.#view;
    if (!view) return;
    const end = view.state.doc.length;
    view.dispatch({
      selection: { anchor: Math.min(from, end), head: Math.min(to, end) },
      effects: EditorView.scrollIntoView(Math.min(from, end), { y: 'center' }),
    });
    view.focus();
  }

  override firstUpdated() {
    const state = EditorState.create({
      doc: this.#text,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        history(),
        drawSelection(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        bracketMatching(),
        closeBrackets(),
        indentUnit.of('  '),
        json(),
        syntaxHighlighting(colours),
        autocompletion({ override: [completion(() => this.names())], icons: false }),
        hover,
        search({ top: true }),
        keymap.of([
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
        ]),
        this.#wrapping.of(wraps(this.#text) ? EditorView.lineWrapping : []),
        EditorState.transactionExtender.of((change) =>
          longLine(change) ? { effects: this.#wrapping.reconfigure([]) } : null,
        ),
        EditorView.contentAttributes.of({ 'aria-label': 'The policy as JSON', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !this.#quiet) this.dispatchEvent(new CustomEvent('typed'));
        }),
        editorTheme,
      ],
    });
    const parent = this.renderRoot.querySelector<HTMLElement>('.place')!;
    this.#view = new EditorView({ state, parent, root: this.renderRoot as ShadowRoot });
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#text = this.value;
  }

  override render() {
    return html`<div class="place"></div>`;
  }
}
