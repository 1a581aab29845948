// What a checker needs before its first answer: its settings, its words, and the engine with its shop's rules.
import { emptyAnswers, type Facts } from '../answers/facts.ts';
import { Engine } from '../engine/engine.ts';
import { PackError } from '../engine/errors.ts';
import { shops } from '../engine/generated/shops.js';
import { makeCore, openShop } from '../engine/shop-engine.ts';
import { ask, ownOf, type Asks } from '../view/run-check.ts';
import { files, home } from './home.ts';
import type { Law } from './law.ts';
import { lawOf } from './open-law.ts';
import { ownPack } from './own-pack.ts';
import { readSettings, type Settings } from './settings.ts';
import { wordsOf, type Words } from './words.ts';

export interface Begun {
  settings: Settings;
  words: Words;
  /** Null where there can be no answer: no such shop, or nothing runs here. */
  core: Asks | null;
  /** What the law says, once it has come; it never does where there is no country, or where nothing came. */
  law: Promise<Law>;
}

export function defaultsOf({ marketplace, country }: Settings): Facts {
  return country ? { marketplace, country } : { marketplace };
}

interface Opened {
  engine: Engine;
  core: Asks;
}

/** An engine that knows the host's own pack alone. */
async function openOwn(settings: Settings): Promise<Opened> {
  const [make, { archive, info }] = await Promise.all([makeCore(files), ownPack(settings.packs)]);
  const engine = new Engine(make);
  const added = engine.add(archive);
  if (typeof added !== 'number') throw new PackError(added.errors);
  settings.marketplace = info.id;
  return { engine, core: { check: (order) => engine.check(order), packs: () => [info], info: () => info } };
}

function leaveOutUnknownCountry(core: Asks, settings: Settings) {
  const { country } = settings;
  if (country === null || !ownOf(ask(core, emptyAnswers(), defaultsOf(settings))).faults?.['country']) return;
  settings.country = null;
  settings.wrong.push({ name: 'country', value: country });
}

export async function begin(host: Element): Promise<Begun> {
  const settings = readSettings(host, shops, home);
  const words = wordsOf(settings.language);
  let core: Asks | null = null;
  let law: Begun['law'] = new Promise(() => {});
  if (!settings.unknown_shop) {
    try {
      let engine;
      if (settings.packs) ({ engine, core } = await openOwn(settings));
      else core = engine = await openShop(files, settings.marketplace);
      leaveOutUnknownCountry(core, settings);
      const { country } = settings;
      if (country) law = lawOf(engine, country, await words);
    } catch (cause) {
      console.warn('<return-checker>:', cause instanceof Error ? cause.message : '');
    }
  }
  for (const { name, value } of settings.wrong)
    console.warn(`<return-checker>: ${name}="${value}" is not known.`);
  return { settings, words: await words, core, law };
}
