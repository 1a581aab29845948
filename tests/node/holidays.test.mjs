// The public holidays as the page reads them are those of core/calendars, day for day, and nothing is said of other times and countries.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import { rolldown } from '../../web/node_modules/rolldown/dist/index.mjs';
import { at } from './doors.mjs';

const bundle = await rolldown({ input: at('web/src/view/holidays.ts') });
const { output } = await bundle.generate({ format: 'esm' });
const { countsHolidays, isHoliday, workingDaysTo } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
const { covers, countries, source } = JSON.parse(readFileSync(at('core/calendars/public_holidays.json'), 'utf8'));
const days = [];
for (let ms = Date.parse(covers.from); ms <= Date.parse(covers.to); ms += 86_400_000) days.push(new Date(ms).toISOString().slice(0, 10));

const union = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');
const freeReturns = 'FR US ES BR NL IL GB DE IT CA AU BE PT MX CL UA RU'.split(' ');

test('the file names its source and what it covers, and has each country', () => {
  assert.match(source.title, /^date-holidays \d+\.\d+\.\d+$/);
  assert.deepEqual(covers, { from: '2024-01-01', to: '2030-12-31' });
  for (const country of [...union, ...freeReturns]) assert.ok(countries[country].length >= 5 * 7, country);
});

test('every day of every country in which holidays matter', () => {
  for (const country of [...union, 'MX', 'US']) {
    assert.ok(countsHolidays(country), country);
    const listed = new Set(countries[country]);
    for (const day of days) assert.equal(isHoliday(country, day), listed.has(day), `${country} ${day}`);
  }
});

test('well-known ones: Labour Day, Easter Monday, Independence Day', () => {
  assert.equal(isHoliday('FR', '2026-05-01'), true);
  assert.equal(isHoliday('DE', '2027-03-29'), true);
  assert.equal(isHoliday('PL', '2030-04-22'), true);
  assert.equal(isHoliday('MX', '2026-09-16'), true);
  assert.equal(isHoliday('FR', '2026-05-04'), false);
});

test('outside what is covered it is not known, and where no law counts them nothing is asked', () => {
  assert.equal(isHoliday('FR', '2023-12-25'), null);
  assert.equal(isHoliday('FR', '2031-01-01'), null);
  assert.equal(isHoliday('GB', '2026-12-25'), null);
  assert.equal(countsHolidays('GB'), false);
});

test('working days are counted back over a weekend', () => {
  assert.deepEqual(workingDaysTo('2026-11-18', 5), ['2026-11-18', '2026-11-17', '2026-11-16', '2026-11-13', '2026-11-12']);
});
