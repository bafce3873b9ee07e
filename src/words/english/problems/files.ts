/** English words for files that cannot be read, or that nobody reads. */
import type { WorkbookFaultReason } from '../../../problem-faults.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { counted, didYouMean, quoted } from '../phrases.js';

export const FILES = {
  'file-missing': (values) => {
    switch (values.case) {
      case 'table':
        return {
          message: 'the file is missing',
          hint: 'add it; kefu-billing init writes a starting one',
        };
      case 'finance':
        return {
          message: 'the file is missing, and with it the codes that finance files need',
          hint: 'add it as the input reference shows, or run without finance profiles',
        };
      case 'facts':
        return {
          message: `there is no file of ${values.table}, and contract ${values.contractId} needs it`,
          hint: 'add the file; where there is truly nothing, a file with the header alone says so',
        };
    }
  },
  'file-unreadable': unreadable,
  'file-unknown': ({ case: of, nearest }) => ({
    message: of === 'folder' ? 'nothing reads the files in this folder' : 'nothing reads this file',
    hint: didYouMean(nearest, 'let a source of sources.json read it, or move it away'),
  }),
  'file-changed': () => ({
    message: 'the file changed while it was read',
    hint: 'run again when nobody writes it; nothing is published from a moving file',
  }),
  'table-doubled': ({ table, times }) => ({
    message: `the table ${table} is there ${times} times`,
    hint: 'keep one of them, so that no fact is billed twice',
  }),
  'encoding-unknown': (values) => {
    switch (values.case) {
      case 'neither':
        return {
          message: 'the text is neither UTF-8 nor GB18030',
          hint: 'save the file as UTF-8',
        };
      case 'unsure':
        return {
          message: 'the text is not UTF-8, and more likely Big5, Shift_JIS or EUC-KR than GB18030',
          hint: 'save the file as UTF-8, or name the encoding of its source, such as "encoding": "big5"',
        };
      case 'unsure-table':
        return {
          message: 'the text is not UTF-8, and more likely Big5, Shift_JIS or EUC-KR than GB18030',
          hint: 'save the file as UTF-8',
        };
      case 'not-so':
        return {
          message: `the text cannot be read as ${values.encoding}`,
          hint: 'save the file as UTF-8, or correct the encoding of its source',
        };
      case 'not-utf-8':
        return {
          message: `the text is not UTF-8: ${values.reason}`,
          hint: 'save the file as UTF-8',
        };
      case 'packed':
        return {
          message: 'the text inside is not UTF-8, and only that is read from a .csv.zst',
          hint: 'save it as UTF-8; or pack it by gzip, as .csv.gz, where GB18030 is read too',
        };
    }
  },
  'nul-byte': ({ case: how }) => ({
    message: 'the file holds a NUL byte',
    hint: how === 'saved' ? 'save the file again as text' : 'export the file again as text',
  }),
  'sheet-missing': ({ sheet, sheets, nearest }) => ({
    message: `the workbook has no sheet ${quoted(sheet)}: it has ${sheets.map(quoted).join(', ')}`,
    hint: didYouMean(nearest, 'name one of them, or its place from 1, as `sheet` of the source'),
  }),
  'sheet-unknown': ({ sheet, tables, nearest }) => ({
    message: `the sheet ${quoted(sheet)} is named after no table, and nothing reads it`,
    hint: didYouMean(nearest, `name it after its table (${tables.join(', ')}), or move it away`),
  }),
  'sheet-doubtful': sheetDoubtful,
  'cell-too-long': (values, column) =>
    values.case === 'table'
      ? { message: `${column} is longer than 1 MiB`, hint: 'look for a quote that is not closed' }
      : {
          message: `${column} is longer than 1 MiB: ${quoted(values.start)} and so on`,
          hint: 'look for a quote that is opened and not closed in this row or above it',
        },
  'quoting-broken': quotingBroken,
} satisfies Partial<ProblemWords>;

const SEPARATORS = { comma: 'commas', semicolon: 'semicolons', tab: 'tabs', bar: 'bars (|)' };

function unreadable(values: ProblemValues['file-unreadable']): ProblemSentence {
  switch (values.case) {
    case 'system':
      return {
        message: `the file cannot be read: ${values.reason}`,
        hint: 'check the file and its permissions',
      };
    case 'permissions':
      return { message: 'the file cannot be read', hint: 'check its permissions' };
    case 'no-file':
      return {
        message: 'a pipe or a device stands in the place of the file',
        hint: 'put a file there: what is billed is read more than once',
      };
    case 'link-outside':
      return {
        message: 'the file is a link that leads out of the input folder, and is not read',
        hint: 'copy into the input folder what it leads to',
      };
    case 'kind':
      return {
        message: 'the file is of a kind that is not read',
        hint: `use one of ${values.endings.join(', ')}, or move the file away`,
      };
    case 'separator':
      return {
        message: `the cells of the file are separated by ${SEPARATORS[values.separator]}`,
        hint:
          values.position === null
            ? 'save it as CSV with commas; decimals have a point: 1234.50'
            : `correct the delimiter of source ${values.position} of sources.json, or take it out`,
      };
    case 'not-csv':
      return {
        message: `the file cannot be read as CSV: ${values.reason}`,
        hint: 'correct the row, or export the file again',
      };
    case 'not-lines':
      return {
        message: `the file cannot be unpacked into lines: ${values.reason}`,
        hint: 'export the file again, or unpack it',
      };
    case 'not-parquet':
      return {
        message: 'the name says Parquet, and the content is not',
        hint: 'export the file again',
      };
    case 'not-guessed':
      return {
        message: 'a mapping is guessed from a .csv or .csv.gz alone',
        hint: 'export the file as CSV, or write sources.json by hand',
      };
    case 'path':
      return { message: `the file cannot be read: ${values.reason}`, hint: 'check the path' };
    case 'markup':
      return {
        message: 'the file is a web page and no table, as some programs save what they name .xls',
        hint: 'open it in a spreadsheet program, and save it as .xlsx or .csv',
      };
    case 'workbook':
      return workbookUnreadable(values.fault, values.detail);
  }
}

function workbookUnreadable(fault: WorkbookFaultReason, detail: string): ProblemSentence {
  const hint = 'open it in a spreadsheet program, and save it as .xlsx';
  switch (fault) {
    case 'old':
      return { message: 'the file is a workbook of the old kind (.xls, .et)', hint };
    case 'binary':
      return { message: 'the file is a binary workbook (.xlsb)', hint };
    case 'open-document':
      return { message: 'the file is an OpenDocument workbook (.ods)', hint };
    case 'encrypted':
      return {
        message: 'the workbook has a password',
        hint: 'open it, take the password away, and save it as .xlsx',
      };
    case 'no-workbook':
      return {
        message: 'the file is a package, and no workbook in it',
        hint: 'unpack it, or export the file again as .xlsx or .csv',
      };
    case 'broken':
      return {
        message: `the workbook is damaged: ${detail}`,
        hint: 'open it in a spreadsheet program and save it again, or export it again',
      };
  }
}

function sheetDoubtful(values: ProblemValues['sheet-doubtful']): ProblemSentence {
  switch (values.case) {
    case 'hidden-rows':
      return {
        message: `${counted(values.count, 'row')} of the sheet cannot be seen, from row ${values.first} on, and ${values.count === 1 ? 'is' : 'are'} read like any other`,
        hint: 'show the rows, or take the filter away, and delete those that are not meant',
      };
    case 'hidden-columns':
      return {
        message: `columns ${values.columns.join(', ')} of the sheet cannot be seen, and are read like any other`,
        hint: 'show them, and delete those that are not meant',
      };
    case 'hidden-sheet':
      return {
        message: `the sheet ${quoted(values.sheet)} is named after a table and hidden, and nothing reads it`,
        hint: 'show it if it is meant; otherwise rename or delete it',
      };
    case 'merged': {
      const more = values.more > 0 ? ` and ${values.more} more` : '';
      return {
        message: `cells are merged over several rows (${values.ranges.join(', ')}${more}): the value is in the first row, and the others are blank`,
        hint: 'part the cells and fill in each row, if each row needs the value',
      };
    }
    case 'other-sheets':
      return {
        message: `the sheet ${quoted(values.sheet)} is read, and ${values.others.map(quoted).join(', ')} of the same workbook ${values.others.length === 1 ? 'is' : 'are'} not`,
        hint: 'put each table into a workbook of its own, or name the sheet that is meant (`sheet` of a source)',
      };
  }
}

const QUOTING = {
  'not-closed': 'a quote is opened and never closed',
  'text-behind': 'text follows a closing quote',
  'inside-cell': 'a quote stands inside a cell that does not begin with one',
  unknown: 'the quotes are not those of CSV',
};

function quotingBroken(values: ProblemValues['quoting-broken']): ProblemSentence {
  switch (values.case) {
    case 'header':
      return { message: 'the header cannot be read', hint: 'check its quotes' };
    case 'cell':
      return {
        message: 'a quoted cell does not end as it should',
        hint: 'close the quote, and double each quote that belongs to the cell',
      };
    case 'file-end':
      return {
        message: 'the file ends inside a quoted cell',
        hint: 'look for a cell that begins with a quote and does not end with one',
      };
    case 'above-header':
      return {
        message: 'the lines above the header hold a quote, which a .csv.zst may not have there',
        hint: 'unpack the file, or pack it by gzip',
      };
    case 'line':
      return {
        message: `${QUOTING[values.fault]}, in line ${values.line} or above it`,
        hint: 'close each quote, and double each quote that belongs to a quoted cell: "the ""Lotus"" shop"',
      };
  }
}
