/** A header in which another mark stands between the names than the one that was looked for. */

const SEPARATORS = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const;

/** > `contract_id;merchant_id;plan` as the only name → semicolon. */
export function foreignSeparator(header: readonly string[]): (typeof SEPARATORS)[number][1] | null {
  const [name = ''] = header;
  if (header.length !== 1) return null;
  return SEPARATORS.find(([mark]) => name.includes(mark))?.[1] ?? null;
}
