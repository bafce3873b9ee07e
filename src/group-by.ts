/** Values that share a key. */

/**
 * The values by key; keys and values in the order in which they are first met.
 *
 * > The lines C1 10.00, C2 5.00, C1 3.00 by contract: C1 → 10.00, 3.00; C2 → 5.00.
 */
export function groupBy<Key, Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => Key,
): Map<Key, [Value, ...Value[]]> {
  const groups = new Map<Key, [Value, ...Value[]]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}

/** The same, with the keys in plain text order: by code unit, whatever the language of the machine. */
export function groupInOrder<Value>(
  values: Iterable<Value>,
  keyOf: (value: Value) => string,
): Map<string, [Value, ...Value[]]> {
  const groups = [...groupBy(values, keyOf)];
  return new Map(groups.sort(([left], [right]) => (left < right ? -1 : 1)));
}
