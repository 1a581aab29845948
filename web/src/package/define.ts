// `returnable/define` and `returnable/inline`: defines `<return-checker>`. Where there is no DOM, importing it does nothing.
import '../widget/define.ts';

export * from './widget.ts';
