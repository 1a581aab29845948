// `import type {} from 'returnable/vue'`: <return-checker> in the templates of Vue.
import type { DefineComponent } from 'vue';
import type { ReturnCheckerAttributes, VerdictEvent } from './widget.js';

declare module 'vue' {
  interface GlobalComponents {
    'return-checker': DefineComponent<
      ReturnCheckerAttributes & { onVerdict?: (event: VerdictEvent) => void }
    >;
  }
}
