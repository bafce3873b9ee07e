/** The header of a text: the names of its columns. */
import { parse } from 'csv-parse/sync';

/** The trimmed names of the first record; undefined where it cannot be read. */
export function headerOf(head: string, delimiter: string): string[] | undefined {
  try {
    const rows = parse(head, { bom: true, delimiter, to: 1, relax_column_count: true });
    return (rows[0] ?? []).map((name) => bareName(name));
  } catch {
    return undefined;
  }
}

/** Whether the header goes on over several lines, inside quotes. */
export function isOverLines(head: string, delimiter: string): boolean {
  try {
    const options = { bom: true, delimiter, to: 1, relax_column_count: true, raw: true } as const;
    const [first] = parse(head, options) as unknown as readonly { readonly raw: string }[];
    return /[\r\n]/.test(first?.raw.trim() ?? '');
  } catch {
    return false;
  }
}

/** As its cells are: without blanks around it, and without the apostrophe or backtick of a spreadsheet; in one line. */
export function bareName(name: string): string {
  return name
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .trim()
    .replace(/^['`]/, '')
    .trim();
}

/**
 * Names that can be told apart. A column without a name takes that of the line above, where a header
 * goes over two rows; the second column of one name is `NAME.2`, the third `NAME.3`.
 */
export function headerNames(header: readonly string[], above: readonly string[]): string[] {
  const isOverTwoRows = above.filter((name) => name !== '').length > 1;
  const filled = header.map((name, at) =>
    name === '' && isOverTwoRows ? (above[at] ?? '') : name,
  );
  const seen = new Map<string, number>();
  return filled.map((name) => {
    if (name === '') return name;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}.${times}`;
  });
}
