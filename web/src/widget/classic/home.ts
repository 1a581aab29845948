// In the place of src/widget/home.ts.
import { given } from './given.ts';

export const files = given.base;
export const home = files.replace(/v\/[^/]+\/$/, '');
