// In the place of src/widget/open-law.ts. The law's file brings its words in English; in another language they are one more.
import type { Engine } from '../../engine/engine.ts';
import { sourceLanguage, type Catalogue } from '../../i18n/index.ts';
import type { Law } from '../law.ts';
import type { Words } from '../words.ts';
import { file, given } from './given.ts';
import type { CarriedLaw } from './law.ts';

/** Written by the build: the name of the law's file. */
declare const __LAW__: string;

let loading: Promise<CarriedLaw> | undefined;

export async function lawOf(engine: Engine, country: string, words: Words): Promise<Law> {
  const { language } = words;
  const own = language === sourceLanguage ? null : file(`law.${language}.${given.mark}`);
  loading ??= file(__LAW__, given) as Promise<CarriedLaw>;
  loading.catch(() => (loading = undefined)); // the next checker tries again
  const [{ openLaw, english }, more] = await Promise.all([loading, own]);
  return openLaw(engine, country, words, (more as Catalogue | null) ?? english);
}
