/** English words for headers and whole rows. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemWords } from '../../problem-words.js';
import { andMore, didYouMean, quoted } from '../phrases.js';

/** A header may have any number of names. */
const NAMES_SHOWN_MAX = 60;

export const ROWS = {
  'column-missing': (values, column) => {
    if (values.case === 'table')
      return {
        message: `the column ${column} is missing`,
        hint: 'add it to the header and to every row',
      };
    if (values.case === 'title')
      return {
        message: `the first row is ${quoted(values.title)}, and the names of the columns stand in row ${values.row}`,
        hint: 'delete what stands above the names of the columns',
      };
    return {
      message: `source ${values.position} of sources.json names the column ${quoted(column)}, and the file has none of that name`,
      hint: headerShown(values),
    };
  },
  'column-unknown': ({ columns, nearest }, column) => ({
    message: `the column ${quoted(column)} is not one of ${columns.join(', ')}`,
    hint: didYouMean(nearest, 'take the column out'),
  }),
  'column-doubled': (values, column) =>
    values.case === 'table'
      ? { message: `the column ${column} is there twice`, hint: 'keep one of them' }
      : {
          message: `source ${values.position} of sources.json names the column ${quoted(column)}, and the file has it ${values.times} times`,
          hint: `name ${column}.1 or ${column}.2, or export the file with one of them`,
        },
  'row-broken': (values) =>
    values.case === 'table'
      ? {
          message: `the row has ${values.cells} cells, and the header has ${values.columns}`,
          hint: 'give the row as many cells as the header; a cell with a comma needs quotes',
        }
      : {
          message: 'the row has more or fewer cells than the header',
          hint: 'give it as many cells as the header has; a cell that holds a comma needs quotes around it',
        },
  'row-total': (values, column) =>
    values.case === 'day'
      ? {
          message: `the row holds the sum of its day's agents, and its ${column} is blank${andMore(values.moreRows)}: the day would count twice`,
          hint: 'leave it out by "skip_where_blank": ["agent_id"] of its source, or delete it; a count of its own needs a name',
        }
      : {
          message: `the row holds a sum and no fact: its ${column} is ${quoted(values.cell)}${andMore(values.moreRows)}`,
          hint: `leave it out by "skip_where" of its source, with the header of ${column} and ["${values.cell}"], or delete it`,
        },
  'row-repeated': ({ key, moreRows }) => ({
    message: `the row ${quoted(key)} is an exact repeat, and left out${andMore(moreRows)}`,
    hint: moreRows === 0 ? 'take the repeat out' : 'take the repeats out',
  }),
  'lines-undecided': ({ areAlike, columns, key, summed, position, moreRows }) => ({
    message: `several ${areAlike ? 'equal rows' : 'rows'} of the export have the ${columns.join(', ')} ${quoted(key)}${andMore(moreRows)}, and source ${position} of sources.json does not say whether they add up`,
    hint: `give the source "lines": "sum" where each row's ${summed} is its own, or "lines": "repeat" where each row repeats the whole`,
  }),
  'key-conflict': (values) =>
    values.case === 'table'
      ? {
          message: `the row has the same ${values.columns.join(', ')} as record ${values.otherRecord}`,
          hint: 'keep the right one of the two rows',
        }
      : {
          message: `several rows have ${values.columns.join(', ')} ${quoted(values.key)}, and differ in what else they say`,
          hint: 'keep the right one, and take the others out',
        },
} satisfies Partial<ProblemWords>;

function headerShown({
  headerLine,
  header,
  nearest,
}: Extract<ProblemValues['column-missing'], { case: 'source' }>): string {
  if (header.length === 0) return `line ${headerLine} should be the header, and is blank`;
  const names = header.slice(0, NAMES_SHOWN_MAX).join(', ');
  const meant = nearest === null ? '' : `did you mean ${nearest}? `;
  return `${meant}The header is line ${headerLine}: ${names}`;
}
