/** English words for a source of sources.json that cannot be used. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';
import { didYouMean, quoted } from '../phrases.js';
import { jsonFaultWords, settingFaultWords, timeFormatFaultWords } from './setting-faults.js';

type Malformed = ProblemValues['source-malformed'];

export function sourceMalformed(values: Malformed, column: string): ProblemSentence {
  switch (values.case) {
    case 'not-json':
      return {
        message: `the file is no JSON: ${jsonFaultWords(values)}`,
        hint: 'correct it there, or look just before it for a missing comma, quote or bracket',
      };
    case 'no-list':
      return {
        message: 'the file is no list of sources',
        hint: 'write [ { "table": "orders", "files": "…", "columns": { … } } ]',
      };
    case 'no-object':
      return { message: 'the source is no JSON object', hint: CORRECT };
    case 'unknown-preset':
      return {
        message: `there is no preset ${quoted(values.preset)}`,
        hint: didYouMean(
          values.nearest,
          `use one of ${values.presets.join(', ')}, or write the mapping yourself`,
        ),
      };
    case 'unknown-key':
      return {
        message: `${quoted(values.key)} is no key of a source`,
        hint: didYouMean(values.nearest, 'take it out'),
      };
    case 'setting':
      return { message: `${column}: ${settingFaultWords(values)}`, hint: CORRECT };
    case 'time-format': {
      const fault = timeFormatFaultWords(values.fault, values.token, values.tokens);
      return { message: `${column}: ${quoted(values.format)}: ${fault}`, hint: CORRECT };
    }
    case 'blank':
      return { message: `${column} is blank`, hint: 'fill it in, or take it out' };
    case 'blank-header': {
      const orNull = values.mayBeNull ? '; null in constants where there is none' : '';
      return {
        message: `${column} is blank`,
        hint: `fill in the header of the export that holds ${values.name}, or take it out and give a constant${orNull}`,
      };
    }
    case 'blank-constant':
      return {
        message: `${column} is blank`,
        hint: `fill in what every row has as ${values.name}${values.mayBeNull ? '; null where there is none' : ''}`,
      };
    case 'constant-count':
    case 'counted-twice':
    case 'rows-not-counted':
    case 'lines-not-summed':
    case 'one-mark':
    case 'query-and-columns':
      return unfitKey(values);
    default:
      return unfit(values);
  }
}

const CORRECT = 'correct it; the input reference lists all keys';

type Unfit = Malformed & {
  case:
    | 'glob-outside'
    | 'unknown-column'
    | 'unfed-column'
    | 'fed-twice'
    | 'constant'
    | 'prefix'
    | 'time-formats';
};

/** What is sound by itself, and does not fit the table or the other keys. */
function unfit(values: Unfit): ProblemSentence {
  switch (values.case) {
    case 'glob-outside':
      return {
        message: `${quoted(values.glob)} leads out of the input folder`,
        hint: 'name files in the input folder, with / between folders',
      };
    case 'unknown-column': {
      const meant = values.nearest === null ? '' : `did you mean ${values.nearest}? `;
      return {
        message: `${values.table} has no column ${quoted(values.name)}`,
        hint: `${meant}Its columns are ${values.columns.join(', ')}`,
      };
    }
    case 'unfed-column':
      return {
        message: `nothing feeds ${values.name} of ${values.table}`,
        hint: `name its header in columns, or give it in constants${values.mayBeNull ? ' (null where there is none)' : ''}`,
      };
    case 'fed-twice':
      return {
        message: `${values.name} is fed by a column and by a constant`,
        hint: 'keep one of them',
      };
    case 'constant':
      return {
        message: `${values.name} is ${JSON.stringify(values.value)}`,
        hint: `write ${CONSTANTS[values.expected]}`,
      };
    case 'prefix':
      return {
        message: `${values.name} is no id`,
        hint: 'a prefix goes before ids alone, such as order_id',
      };
    case 'time-formats':
      return {
        message: `${values.formats.map(quoted).join(' and ')} may read one cell as two times`,
        hint: 'keep the one that the export has; give files of the other format a source of their own',
      };
  }
}

type UnfitKey = Malformed & {
  case:
    | 'constant-count'
    | 'counted-twice'
    | 'rows-not-counted'
    | 'lines-not-summed'
    | 'one-mark'
    | 'query-and-columns';
};

/** Keys that mean nothing for the table, or nothing together. */
function unfitKey(values: UnfitKey): ProblemSentence {
  switch (values.case) {
    case 'constant-count':
      return {
        message: 'a constant number of consultations says nothing of how many there were',
        hint: 'where each row of the export is one consultation, write "count_rows": true instead',
      };
    case 'counted-twice':
      return {
        message: 'consultations are fed by a column and by counting rows',
        hint: 'keep one of them',
      };
    case 'rows-not-counted':
      return {
        message: `rows of ${values.table} are not counted`,
        hint: 'count_rows belongs to consultations alone; take it out',
      };
    case 'lines-not-summed':
      return {
        message: `${values.table} have nothing to be added up`,
        hint: 'write "repeat", or take it out',
      };
    case 'one-mark':
      return {
        message: 'one mark cannot stand for thousands and for decimals',
        hint: 'name two marks',
      };
    case 'query-and-columns':
      return {
        message: 'the source has a query and columns',
        hint: 'keep one of them: the columns of a query are named in it, by AS',
      };
  }
}

const CONSTANTS = {
  text: 'a text: this column is never blank',
  currency: 'a code of ISO 4217, such as CNY',
  role: 'pre_sales or after_sales',
  status: 'worked, absent or leave',
};
