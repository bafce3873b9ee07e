/** How the text of a file is read, as far as somebody has said it. */
export interface TextReading {
  /** Of a workbook, by its name or its place from 1; null: the first that can be seen. */
  readonly sheet: string | number | null;
  /** The names of its columns, where no line of the file has them; null: its header has. */
  readonly header: readonly string[] | null;
  /** Lines above the header, such as a title. */
  readonly linesAboveHeader: number;
  /** Rows below the header that hold no fact, such as explanations. */
  readonly rowsBelowHeader: number;
  /** What stands between cells; null: it is recognised. */
  readonly delimiter: string | null;
  /** null: it is recognised. */
  readonly encoding: NamedEncoding | null;
  /** Before the fraction of an amount: numbers that are no text become text with it. */
  readonly decimalMark: DecimalMark;
}

export type DecimalMark = '.' | ',';

/** What a text may be decoded from, by the names that browsers use too. */
export const NAMED_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'gb18030',
  'gbk',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
] as const;
export type NamedEncoding = (typeof NAMED_ENCODINGS)[number];

export const AS_IT_IS: TextReading = {
  sheet: null,
  header: null,
  linesAboveHeader: 0,
  rowsBelowHeader: 0,
  delimiter: null,
  encoding: null,
  decimalMark: '.',
};
