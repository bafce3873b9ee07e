/**
 * A figure is made once, out of a cell of the input, and is exact from then on. Text is made of
 * figures at the very end: for a page, a CSV, a terminal. Whoever reads a figure back out of such
 * text takes digits that were cut for the whole number, and writes a rule a second time. So src
 * makes numbers of text in these rooms and files alone, each for a reason.
 */
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';
import { parsedNumbers } from './support/parsed-numbers.js';
import { temporaryFolder } from './support/temporary-folder.js';

const ROOT = join(import.meta.dirname, '..');

/** Rooms and files, with what they read. */
const REASONS: Readonly<Record<string, string>> = {
  // what comes from outside
  'src/reference/': 'cells of the tables that people keep',
  'src/facts/': 'where a file breaks, as the engine says; facts themselves are read by the engine',
  'src/cli/': 'options of the command line',
  'src/workbooks/': 'cells of workbooks, and where they stand',
  'src/run/fault-problem.ts': 'the memory that the command line gives the engine',
  'src/output/queue/queue-address.ts': 'the port and the database in an address',
  'src/run/rows-gone.ts': 'counts of rows in a published table',
  'src/output/books/document-codes.ts':
    'rates that stand as keys in the settings of the books, and those kept with what a reversal undoes',
  'src/output/workbooks/template.ts':
    'where a row and a text stand in a workbook that is filled in',
  // what was published: the ledger is read back whole and exact
  'src/ledger/document-json.ts': 'documents, as fractions and minor units',
  'src/ledger/month-totals.ts': 'the totals of published months',
  'src/pricing/late-refund-terms.ts': 'the terms of a contract that is gone, as fractions',
  'src/ledger/term-json.ts': 'terms, as fractions',
  'src/ledger/batch-place.ts': 'the number of a batch, out of the name of its folder',
  'src/ledger/life-of-run.ts': 'the number of a process, out of the name of its folder',
  'src/documents/document-number.ts': 'the sequence in the number of a document',
  'src/explain/order-groups.ts': 'the orders of a published statement, which are nowhere else',
  // no figures
  'src/money/rational.ts': 'the readers of decimals and fractions themselves',
  'src/words/percent-as-share.ts': 'a percentage that a cell should have had as a share',
  'src/output/comparison/comparison-pdf.ts': 'the length of a bar, out of a share',
  'src/words/numbers.ts': 'the year and the month of a period',
  'src/output/books/kingdee.ts': 'the month of a date',
  'src/output/pdf/engine/canvas.ts': 'the red, green and blue of a colour',
};

function sources(): { files: string[]; options: ts.CompilerOptions } {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) =>
    ts.sys.readFile(path),
  ) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return { files: fileNames, options };
}

it('numbers are made of text in the rooms and files above, and nowhere else', () => {
  const { files, options } = sources();
  const found = parsedNumbers(ROOT, files, options);
  const allowed = Object.keys(REASONS);
  const forbidden = [...found].filter(([file]) => !allowed.some((one) => file.startsWith(one)));
  expect(Object.fromEntries(forbidden)).toEqual({});
  // and who no longer does it leaves the list
  const idle = allowed.filter((one) => ![...found.keys()].some((file) => file.startsWith(one)));
  expect(idle).toEqual([]);
});

it('whatever makes a number of a text is found, and what is a number already is not', () => {
  const root = temporaryFolder({
    'text.ts': [
      'declare const text: string;',
      'declare const cell: unknown;',
      'declare const Rational: { parseDecimal(of: string): number };',
      'Number(text);',
      'BigInt(cell as string);',
      '+text;',
      'parseFloat(text);',
      'Number.parseInt(text, 10);',
      'Rational.parseDecimal(text);',
      "text.split('-').map(Number);",
      'export {};',
    ].join('\n'),
    'numbers.ts': [
      'declare const count: bigint;',
      'declare const perhaps: number | undefined;',
      'Number(count);',
      'BigInt(perhaps ?? 0);',
      '-count;',
      'String(count);',
      'export {};',
    ].join('\n'),
  });
  const files = ['text.ts', 'numbers.ts'].map((file) => join(root, file));
  const found = parsedNumbers(root, files, { strict: true, target: ts.ScriptTarget.ES2022 });
  expect(Object.fromEntries(found)).toEqual({
    'text.ts': [
      '4: Number(text)',
      '5: BigInt(cell as string)',
      '6: +text',
      '7: parseFloat(text)',
      '8: Number.parseInt(text, 10)',
      '9: Rational.parseDecimal(text)',
      "10: text.split('-').map(Number)",
    ],
  });
});
