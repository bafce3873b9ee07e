/** English words for a query that cannot be used. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence } from '../../problem-words.js';
import { counted, didYouMean, quoted } from '../phrases.js';

type Malformed = ProblemValues['query-malformed'];

export function queryMalformed(values: Malformed): ProblemSentence {
  switch (values.case) {
    case 'missing':
      return {
        message: 'the query that a source names is not in the input folder',
        hint: didYouMean(values.nearest, 'add the file, or correct its name in sources.json'),
      };
    case 'syntax':
      return {
        message:
          values.near === ''
            ? 'the query is no SQL: it ends too early'
            : `the query is no SQL: something is wrong at or before ${quoted(values.near)}`,
        hint: 'correct it there; a header stands in double quotes, a text in single ones',
      };
    case 'no-select':
      return {
        message: 'the query is no SELECT',
        hint: 'write one SELECT over the table source; nothing else is run',
      };
    case 'several':
      return {
        message: 'the query is several statements',
        hint: 'keep one SELECT; give another table a source and a query of its own',
      };
    case 'forbidden':
      return forbidden(values);
    case 'not-followed':
      return {
        message: 'nobody can tell which rows of the export the rows of the query come from',
        hint: 'give it the column records, such as list(record) AS records; GROUP BY in place of DISTINCT says it by itself',
      };
    case 'too-long':
      return {
        message: `the query is not done with ${values.export} after ${counted(values.minutes, 'minute')}`,
        hint: 'look whether it joins every row with every other; if it needs the time: "query_minutes" in its source',
      };
    default:
      return madeOtherwise(values);
  }
}

const FORBIDDEN = {
  table: 'the table',
  'table-function': 'the table function',
  function: 'the function',
  clock: 'the value',
};

function forbidden({ what, name }: Extract<Malformed, { case: 'forbidden' }>): ProblemSentence {
  return {
    message: `the query names ${FORBIDDEN[what]} ${name}, and may read the rows of its export alone`,
    hint:
      what === 'table'
        ? 'read the table source; WITH gives a part of the query a name of its own'
        : 'use functions that make the same of the same cells: no file, setting, clock or chance',
  };
}

/** What shows where the query meets the rows of an export. */
function madeOtherwise(
  values: Exclude<
    Malformed,
    {
      case:
        'missing' | 'syntax' | 'no-select' | 'several' | 'forbidden' | 'not-followed' | 'too-long';
    }
  >,
): ProblemSentence {
  switch (values.case) {
    case 'column':
      return {
        message: `the query reads the column ${quoted(values.name)}, and ${values.export} has none of that name`,
        hint: didYouMean(
          values.nearest,
          "write the header as it is, in double quotes; texts stand in single ones: 'paid'",
        ),
      };
    case 'conversion':
      return {
        message: `the query cannot make ${values.wanted} of the cell ${quoted(values.cell)} of ${values.export}`,
        hint: 'leave such rows out by WHERE, or take off what is too much with replace',
      };
    case 'types':
      return {
        message: `the query reckons with text, over ${values.export}: ${values.reason}`,
        hint: 'every cell is text: write "Price"::DECIMAL(18, 4) * "Quantity"::INTEGER',
      };
    case 'engine':
      return {
        message: `the query cannot be run over ${values.export}: ${values.reason}`,
        hint: 'correct the query',
      };
    case 'unknown-output': {
      const meant = values.nearest === null ? '' : `did you mean ${values.nearest}? `;
      return {
        message: `the query makes the column ${quoted(values.name)}, and ${values.table} has none of that name`,
        hint: `${meant}Name what ${values.table} has by AS: ${values.columns.join(', ')}`,
      };
    }
    case 'unfed-output':
      return {
        message: `the query makes no ${values.name}, and ${values.table} needs it`,
        hint: `add it to the query by AS, or to the constants of the source${values.mayBeNull ? ' (null where there is none)' : ''}`,
      };
    case 'fed-twice':
      return {
        message: `${values.name} is made by the query and given in constants`,
        hint: 'keep one of them',
      };
    case 'floating':
      return {
        message: `${values.name} comes out of the query as ${values.type}, which is not exact`,
        hint: 'reckon in DECIMAL: "Price"::DECIMAL(18, 4) * "Quantity"::INTEGER; round(…, 2)::DECIMAL(18, 2) says how a quotient is rounded',
      };
  }
}
