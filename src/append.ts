/** A list behind another, however long: a spread into a call has no room for hundreds of thousands. */
export function append<T>(list: T[], more: Iterable<T>): void {
  for (const one of more) list.push(one);
}
