/** English words of the command that writes a starting input folder. */

const SEPARATORS: Readonly<Record<string, string>> = {
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};

export const INIT = {
  wrote: (path: string): string => `wrote ${path}`,
  kept: (path: string): string => `kept ${path}`,
  unwritable: (reason: string): string => `the folder cannot be written: ${reason}`,
  /** The source of the example, and what it is not. */
  statutoryDays: (file: string): string =>
    `${file} has China's statutory days of 2026 and 2027 (State Council, in force since 2025), which are paid three times. ` +
    'They are not all days off: days that are moved to make a holiday longer are not among them. Add your great sales with tags of your own.',
  /** `period`: the month of the example; null where there is none. */
  next: (folder: string, period: string | null): string =>
    period === null
      ? `fill in provider.json, merchants.csv and contracts.csv, then: kefu-billing check --input ${folder}`
      : `The folder holds an invented example: one merchant a plan, and the facts of ${period}. To bill it:\n` +
        `  mkdir output\n  kefu-billing run ${period} --input ${folder} --output output\n` +
        `Then put your own data in its place; kefu-billing check --input ${folder} says what is still wrong.`,
  /** What stands on stdout then belongs into the list of a file that is there already. */
  keptList: (path: string): string => `kept ${path}; what belongs into its list:`,
  fillIn: '(fill in)',
  preset: (table: string, name: string, title: string): string =>
    `${table}: the preset ${name} (${title})`,
  separated: (mark: string): string => `the file is separated by ${SEPARATORS[mark] ?? mark}`,
  unused: (headers: readonly string[]): string => `Not used: ${headers.join(', ')}`,
  noTable: (headers: readonly string[]): string =>
    headers.length === 0
      ? 'the file has no header, so that no table is recognised'
      : `no table is recognised by these headers: ${headers.join(', ')}. Write sources.json by hand, as docs/inputs.md shows`,
  guesses:
    'These are guesses: look at each. An amount that is already net of its refund must not feed orders.',
  check: (folder: string): string => `Then: kefu-billing check --input ${folder}`,
};
