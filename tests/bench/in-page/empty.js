// What the empty module says, put where the widget puts its answer.
import factory from '../bench-wasm/empty.js';

const core = await factory();
const element = document.querySelector('return-checker');
element.textContent = core.answer('An answer.');
element.dispatchEvent(new CustomEvent('ready', { bubbles: true }));
