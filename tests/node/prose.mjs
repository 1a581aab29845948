// A verdict without what the widget leaves to the page: the rules' names and the sources' sentences.
export function withoutProse(value) {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const prose = 'counts' in value ? ['value', 'why'] : 'source' in value ? ['says', 'section'] : 'code' in value ? ['message'] : 'rule' in value ? ['rule'] : [];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'why' || !prose.includes('why'))
      .map(([name, child]) => [name, prose.includes(name) ? '' : withoutProse(child)]),
  );
}
