// The reference work: a stripped policy that every peer can answer, its seeded cases, and JavaScript written by hand
// for nothing else. What peers are measured against; not the product's policy.
export const codes = [
  'claim_not_open', 'claim_open', 'not_delivered', 'window_closed', 'seller_fault', 'category_perishable', 'hygiene_opened',
  'category_custom', 'category_intimate', 'opened', 'no_original_packaging', 'free_return', 'buyer_pays',
];
const reasons = ['changed_mind', 'wrong_size', 'damaged', 'defective', 'not_as_described', 'wrong_item', 'missing_parts', 'not_received'];
const categories = ['general', 'perishable', 'hygiene', 'custom', 'intimate', 'electronics'];
export const takes = { card: [3, 15], bank: [7, 20], wallet: [1, 3] };

const from_march = [0, 306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
const years = Array.from({ length: 2400 }, (_, n) => String(n));
const two = years.slice(0, 100).map((n) => n.padStart(2, '0'));
const month_and_day = Array.from({ length: 13 * 32 }, (_, n) => `-${two[n >> 5]}-${two[n & 31]}`);

/** Day number (0 = 1970-01-01) of an ISO day, and back. */
export function toDay(iso) {
  const c = (at) => iso.charCodeAt(at) - 48;
  const month = c(5) * 10 + c(6);
  const year = c(0) * 1000 + c(1) * 100 + c(2) * 10 + c(3) - (month <= 2 ? 1 : 0);
  const century = (year / 100) | 0;
  return 365 * year + (year >> 2) - century + (century >> 2) + from_march[month] + c(8) * 10 + c(9) - 719469;
}
export function toIso(day) {
  const z = day + 719468;
  const era = (z / 146097) | 0;
  const of_era = z - era * 146097;
  const year = ((of_era - ((of_era / 1460) | 0) + ((of_era / 36524) | 0) - ((of_era / 146096) | 0)) / 365) | 0;
  const of_year = of_era - (365 * year + (year >> 2) - ((year / 100) | 0));
  const shifted = ((5 * of_year + 2) / 153) | 0;
  const month = shifted + (shifted < 10 ? 3 : -9);
  const day_of_month = of_year - (((153 * shifted + 2) / 5) | 0) + 1;
  return years[year + era * 400 + (month <= 2 ? 1 : 0)] + month_and_day[(month << 5) + day_of_month];
}
/** The n-th Monday-to-Friday day strictly after this one. */
export function addWorkingDays(day, n) {
  const since_monday = (day + 3) % 7;
  const from = since_monday > 4 ? 4 : since_monday;
  const sum = from + n;
  return day - since_monday + ((sum / 5) | 0) * 7 + (sum % 5);
}

/** The answer's dates, from who decided what: shared by the peers that cannot count days. */
export function finish(verdict, payer, reasons, last, base, payment) {
  if (base === null) return { verdict, payer, last_day: last === null ? null : toIso(last), refund_earliest: null, refund_latest: null, reasons };
  const issued = addWorkingDays(base, 2);
  const [least, most] = takes[payment];
  return {
    verdict, payer, last_day: last === null ? null : toIso(last),
    refund_earliest: toIso(addWorkingDays(issued, least)), refund_latest: toIso(addWorkingDays(issued, most)), reasons,
  };
}

export function byHand(one) {
  const today = toDay(one.today);
  if (one.reason === 'not_received') {
    return today < toDay(one.shipped) + 11
      ? finish('too_early', 'none', ['claim_not_open'], null, null, one.payment)
      : finish('refund_without_return', 'none', ['claim_open'], null, today, one.payment);
  }
  if (one.delivered === null) return finish('too_early', 'none', ['not_delivered'], null, null, one.payment);
  const last = toDay(one.delivered) + one.seller_window_days;
  if (today > last) return finish('too_late', 'none', ['window_closed'], last, null, one.payment);
  if (one.reason !== 'changed_mind' && one.reason !== 'wrong_size') {
    return finish('returnable', 'seller', ['seller_fault'], last, today + 10, one.payment);
  }
  const against = [];
  if (one.category === 'perishable') against.push('category_perishable');
  if (one.category === 'hygiene' && one.opened) against.push('hygiene_opened');
  if (one.category === 'custom') against.push('category_custom');
  if (one.category === 'intimate') against.push('category_intimate');
  if (one.opened) against.push('opened');
  if (!one.original_packaging) against.push('no_original_packaging');
  if (against.length > 0) return finish('not_returnable', 'none', against, last, null, one.payment);
  return one.free_return
    ? finish('returnable', 'platform', ['free_return'], last, today + 10, one.payment)
    : finish('returnable', 'buyer', ['buyer_pays'], last, today + 10, one.payment);
}

/** Seeded cases: each the same on every machine. */
export function cases(count, seed = 8) {
  let state = seed >>> 0;
  const below = (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
  return Array.from({ length: count }, () => {
    const shipped = 19723 + below(1500);
    const delivered = shipped + 3 + below(25);
    const today = below(6) === 0 ? shipped + below(30) : delivered + below(40);
    return {
      reason: reasons[below(8)], category: categories[below(3) === 0 ? below(6) : 0], opened: below(4) === 0,
      original_packaging: below(5) > 0, free_return: below(2) === 0, seller_window_days: 15 + below(16), shipped: toIso(shipped),
      delivered: delivered <= today ? toIso(delivered) : null, today: toIso(today), payment: ['card', 'bank', 'wallet'][below(3)],
    };
  });
}

const our_words = { wrong_size: 'ordered_wrong_size', hygiene: 'personal_care', custom: 'custom_made', intimate: 'intimate_apparel', bank: 'bank_transfer', wallet: 'e_wallet' };
const ours = (word) => our_words[word] ?? word;
/** The same order as a case of ours, for the whole verdict. */
export function asOurs(one) {
  return {
    as_of: one.today,
    facts: {
      marketplace: 'aliexpress', country: 'US', reason: ours(one.reason), category: ours(one.category), opened: one.opened,
      original_packaging: one.original_packaging, free_return: one.free_return, seller_return_window: one.seller_window_days,
      shipped_on: one.shipped, payment_method: ours(one.payment),
      ...(one.delivered !== null && one.reason !== 'not_received' && { received_on: one.delivered }),
    },
  };
}
