// `import type {} from 'returnable/vue'`: <return-checker> in the templates of Vue.
import type { DefineComponent } from 'vue';
import type { ReadyEvent, ReturnCheckerAttributes, VerdictEvent } from './widget.js';

declare module 'vue' {
  interface GlobalComponents {
    'return-checker': DefineComponent<
      ReturnCheckerAttributes & {
        onReady?: (event: ReadyEvent) => void;
        onVerdict?: (event: VerdictEvent) => void;
      }
    >;
  }
}
