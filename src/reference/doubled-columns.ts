/** The names that a header has more than once, each once, in one pass: a header may have any number of names. */
export function doubledColumns(header: readonly string[]): string[] {
  const seen = new Set<string>();
  const doubled = new Set<string>();
  for (const name of header) (seen.has(name) ? doubled : seen).add(name);
  return [...doubled];
}
