// In the place of src/widget/base-styles.ts: the loader's file holds them already.
import { given } from './given.ts';

export const baseStyles = given.styles;
