// The styles of the first question: all that the facade needs, and the beginning of the element's own (widget-styles.ts). In the
// site's script the element has them from the loader (classic/base-styles.ts).
// !important on :host wins over whatever the host's sheets say of the element, important or not. The property
// --return-checker-height is for the facade, which takes the room that the host left (facade.ts).
export const baseStyles = `
:host {
  display: block !important;
  box-sizing: border-box !important;
  min-height: var(--return-checker-height, 44em) !important;
  margin: var(--return-checker-margin, 1em 0) !important;
  padding: 0 !important;
  overflow: visible !important;
  --ink: var(--return-checker-ink, currentColor);
  --ground: var(--return-checker-ground, transparent);
  --accent: var(--return-checker-accent, currentColor);
  --round: var(--return-checker-radius, 0.75em);
  --edge: color-mix(in srgb, currentColor 55%, transparent);
  --line: color-mix(in srgb, currentColor 22%, transparent);
  --wash: color-mix(in srgb, currentColor 6%, transparent);
}
* {
  box-sizing: border-box;
  margin: 0;
  padding: 0;
}
.box,
.answer,
.ask {
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-content: start;
}
.box {
  font-size: clamp(14px, 1em, 19px);
  line-height: 1.4;
  text-align: start;
  color: var(--ink);
  background: var(--ground);
  border: 1px solid var(--line);
  border-radius: var(--round);
  padding: 1em;
  min-height: var(--return-checker-height, 44em);
  gap: 0.75em;
}
:host([data-short]),
:host([data-short]) .box {
  min-height: 0 !important;
}
::slotted(svg) {
  display: none;
}
.answer {
  gap: 0.5em;
  min-height: 11em;
}
.small {
  font-size: 0.875em;
}
legend {
  font-weight: 650;
}
.ask {
  gap: 0.75em;
  min-height: 19em;
}
fieldset {
  border: 0;
  min-width: 0;
}
.choices {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(8em, 100%), 1fr));
  gap: 0.5em;
  margin-top: 0.5em;
}
button,
input {
  font: inherit;
  color: inherit;
  min-height: 44px;
  padding: 0.4em 0.75em;
  background: var(--wash);
  border: 1px solid var(--edge);
  border-radius: calc(var(--round) * 0.7);
  text-align: start;
  max-width: 100%;
}
.quiet {
  background: none;
  border-color: transparent;
}
button.pressed {
  outline: 2px dashed;
}
.quiet,
a {
  color: var(--accent);
}
`;
