/** The value of a key that a map of somebody's own has: `constructor` is a key like any other. */
export function ownValue<Value>(
  map: Readonly<Record<string, Value>> | undefined,
  key: string,
): Value | undefined {
  return map !== undefined && Object.hasOwn(map, key) ? map[key] : undefined;
}
