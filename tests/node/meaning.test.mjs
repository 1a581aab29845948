// What a message means: the same in every language, by the words that carry it (meaning.mjs).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMessages, tags } from '../../web/scripts/check-messages.mjs';
import { meaningFaults } from './meaning.mjs';

const all = Object.fromEntries(tags().map((tag) => [tag, readMessages(tag)]));

test('"not", who is meant, "today", "too late", "safest" and the order of days: the same in every language', () => {
  assert.deepEqual(meaningFaults(all), []);
  assert.ok(tags().length >= 12);
});

test('a message that says another thing than the other languages is found', () => {
  const found = (tag, key, message) => [...new Set(meaningFaults({ ...all, [tag]: { ...all[tag], [key]: message } }).map((fault) => fault.split(':')[0]))];
  assert.deepEqual(found('fr', 'three.postage_seller', 'À votre charge.'), ['fr three.postage_seller']);
  assert.deepEqual(found('en', 'three.postage_buyer', 'The seller pays.'), ['en three.postage_buyer']);
  assert.deepEqual(found('de', 'head.refused.lead', 'Ja, aus diesem Grund.'), ['de head.refused.lead']);
  assert.deepEqual(found('it', 'head.passed', all.it['head.passed'].replace('{safe}', '{x}').replace('{last}', '{safe}').replace('{x}', '{last}')), ['it head.passed']);
  assert.deepEqual(found('pl', 'head.late.seller_reply', 'Bank nie odpowiedział na czas.'), ['pl head.late.seller_reply']);
  assert.deepEqual(found('ru', 'head.refused.lead', 'Не по этой причине.'), ['ru head.refused.lead']);
  assert.deepEqual(found('es', 'head.waiting.nothing', 'Tienes que hacer algo hasta entonces.'), ['es head.waiting.nothing']);
});
