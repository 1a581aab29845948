// Defines the element. Where there is no DOM, importing it does nothing.
import { ReturnChecker } from './return-checker.ts';

if (typeof customElements === 'object' && !customElements.get('return-checker'))
  customElements.define('return-checker', ReturnChecker);
