// `import type {} from 'returnable/react'`: <return-checker> in TSX.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ReadyEvent, ReturnChecker, ReturnCheckerAttributes, VerdictEvent } from './widget.js';

type Attributes = DetailedHTMLProps<HTMLAttributes<ReturnChecker>, ReturnChecker>;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'return-checker': Omit<Attributes, keyof ReturnCheckerAttributes> &
        ReturnCheckerAttributes & {
          onready?: (event: ReadyEvent) => void;
          onverdict?: (event: VerdictEvent) => void;
        };
    }
  }
}
