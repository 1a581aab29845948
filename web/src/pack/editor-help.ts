// Completion and hover of the JSON editor, from the schema and from the names that the pack itself declares.
import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { syntaxTree } from '@codemirror/language';
import type { EditorState, Text } from '@codemirror/state';
import { hoverTooltip, type EditorView, type Tooltip } from '@codemirror/view';
import type { SyntaxNode } from '@lezer/common';
import { descriptionOf, keysOf, schemasAt, valuesOf, type Schema } from './schema.ts';

type Step = string | number;

function keyOf(property: SyntaxNode, doc: Text): string {
  const name = property.getChild('PropertyName');
  const raw = name ? doc.sliceString(name.from, Math.min(name.to, name.from + 200)) : '""';
  try {
    return String(JSON.parse(raw));
  } catch {
    return raw.replaceAll('"', '');
  }
}

/** How many values stand before this one in its list; not counted beyond what a place could need. */
function indexOf(node: SyntaxNode): number {
  let count = 0;
  for (let one = node.prevSibling; one && count < 1; one = one.prevSibling)
    if (!/^[[,⚠]$/.test(one.name)) count += 1;
  return count;
}

/** The keys and places that lead to a node. */
export function pathTo(node: SyntaxNode, doc: Text): Step[] {
  const path: Step[] = [];
  for (let one: SyntaxNode | null = node; one; one = one.parent) {
    if (one.name === 'Property') path.unshift(keyOf(one, doc));
    else if (one.parent?.name === 'Array') path.unshift(indexOf(one));
  }
  return path;
}

const maybe = (node: SyntaxNode | null, name: string) => (node?.name === name ? node : null);

/** What an author most likely writes behind this key. */
function opening(schemas: Schema[]): string {
  const types = new Set(schemas.flatMap(({ type }) => type ?? []));
  if (types.has('string') || schemas.some((one) => one.enum)) return '""';
  if (types.has('array')) return '[]';
  if (types.has('object')) return '{}';
  return '';
}

function keyCompletion(key: string, schemas: Schema[], quoted: boolean): Completion {
  const info = descriptionOf(schemas);
  const open = opening(schemas);
  const text = quoted ? JSON.stringify(key) : `${JSON.stringify(key)}: ${open}`;
  const apply = (view: EditorView, _: Completion, from: number, to: number) => {
    const cursor = from + text.length - (!quoted && open ? 1 : 0);
    view.dispatch({
      changes: { from, to, insert: text },
      selection: { anchor: cursor },
      userEvent: 'input.complete',
    });
  };
  return { label: key, type: 'property', apply, ...(info && { info }) };
}

/** Names that the pack declares: its clauses, steps, sources, reasons. */
export type Names = () => { clauses: string[]; steps: string[]; sources: string[] };

function namesFor(path: Step[], names: ReturnType<Names>): string[] {
  const [last] = path.filter((step) => typeof step === 'string').slice(-1);
  const all = { clauses: names.clauses, source: names.sources, after: names.steps, refund_step: names.steps };
  return (all[last as keyof typeof all] ?? []).map((name) => JSON.stringify(name));
}

function keysAt(
  state: EditorState,
  object: SyntaxNode,
  from: number,
  to: number,
  quoted: boolean,
): CompletionResult {
  const present = new Set(
    object
      .getChildren('Property')
      .flatMap((one) => (one.from <= to && one.to >= from ? [] : [keyOf(one, state.doc)])),
  );
  const keys = [...keysOf(schemasAt(pathTo(object, state.doc)))].filter(([key]) => !present.has(key));
  return {
    from,
    to,
    options: keys.map(([key, schemas]) => keyCompletion(key, schemas, quoted)),
    filter: true,
  };
}

export function completion(names: Names) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const node = syntaxTree(state).resolveInner(pos, -1);
    const name = maybe(node, 'PropertyName');
    if (name?.parent?.parent) {
      const quoted = /^\s*:/.test(state.doc.sliceString(name.to, name.to + 20));
      const result = keysAt(state, name.parent.parent, name.from, name.to, quoted);
      return {
        ...result,
        options: result.options.map((one) => ({
          ...one,
          label: JSON.stringify(one.label),
          displayLabel: one.label,
        })),
      };
    }
    const object = maybe(node, 'Object') ?? (node.name === '{' ? maybe(node.parent, 'Object') : null);
    if (object && explicit) return keysAt(state, object, pos, pos, false);
    const value = maybe(node, 'String') ?? (/^(True|False|Null|Number|⚠)$/.test(node.name) ? node : null);
    if (!value && !(explicit && /^(Property|Array|\[|:|,)$/.test(node.name))) return null;
    const path = pathTo(value ?? node, state.doc);
    if (!value && (node.name === 'Array' || node.name === '[')) path.push(0);
    const options = [...namesFor(path, names()), ...valuesOf(schemasAt(path))];
    if (options.length === 0) return null;
    return {
      from: value?.from ?? pos,
      to: value?.to ?? pos,
      options: [...new Set(options)].map((label) => ({ label, type: 'enum' })),
    };
  };
}

/** What a key or a value means, in a box beside it. */
export const hover = hoverTooltip((view, pos): Tooltip | null => {
  const node = syntaxTree(view.state).resolveInner(pos, 0);
  if (!/^(PropertyName|String|Number|True|False|Null)$/.test(node.name)) return null;
  const text = descriptionOf(schemasAt(pathTo(node, view.state.doc)));
  if (!text) return null;
  return {
    pos: node.from,
    end: node.to,
    create() {
      const dom = document.createElement('div');
      dom.className = 'cm-what';
      dom.textContent = text;
      return { dom };
    },
  };
});
