// The element's file. What it carries says only that it has run.
import '../define.ts';

export default true;
