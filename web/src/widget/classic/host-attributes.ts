// In the place of src/widget/host-attributes.ts: the loader's file holds it already.
import { given as loader } from './given.ts';

export const [given, languageFor, linkHome, shopOf] = loader.reading;
