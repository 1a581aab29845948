// A verdict without what comes with the sentences of its packs: the rules' names, and all that is known of a clause but its source.
const ofSentences = (value) => {
  if ('counts' in value) return ['value', 'why'];
  if ('source' in value) return ['says', 'section', 'tier', 'link', 'text_of'];
  return 'rule' in value ? ['rule'] : [];
};

export function withoutProse(value) {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const prose = ofSentences(value);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !prose.includes(name))
      .map(([name, child]) => [name, withoutProse(child)]),
  );
}
