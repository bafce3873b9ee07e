/** A long list in pieces. */

/** > Five by two: two, two and one. */
export function* someAtATime<T>(all: Iterable<T>, countMax: number): Generator<T[]> {
  let some: T[] = [];
  for (const one of all) {
    some.push(one);
    if (some.length < countMax) continue;
    yield some;
    some = [];
  }
  if (some.length > 0) yield some;
}
