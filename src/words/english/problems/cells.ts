/** English words for cells that are not what their column wants. */
import type { DecimalMistake } from '../../../problem-faults.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { percentAsShare } from '../../percent-as-share.js';
import { andMore, quoted } from '../phrases.js';

export const CELLS = {
  'cell-blank': (values, column) => {
    switch (values.case) {
      case 'table':
        return { message: `${column} is blank`, hint: 'fill it in' };
      case 'fact':
        return { message: `${column} is blank, and every row needs it`, hint: 'fill it in' };
      case 'plan':
        return {
          message: `contract ${values.contractId}: ${column} is blank, and plan ${values.plan} needs it`,
          hint: 'fill it in',
        };
      case 'staffing':
        return {
          message: `offer ${values.offerId}: one of agents and days is blank, and neither says anything without the other`,
          hint: 'fill in both, or leave both blank',
        };
    }
  },
  'cell-error': ({ case: of, cell }, column) =>
    of === 'error'
      ? {
          message: `${column} is ${quoted(cell)}, which a spreadsheet shows where a formula has no value`,
          hint: 'correct the formula, or type the value in its place',
        }
      : {
          message: `${column} is a formula whose value the file lacks`,
          hint: 'open the workbook in a spreadsheet program, which calculates it, and save it',
        },
  'cell-unused': cellUnused,
  'number-malformed': (values, column) =>
    values.case === 'decimal'
      ? notDecimal(values, column)
      : {
          message: `${column} is ${quoted(values.cell)}, not a whole number`,
          hint: 'write digits alone, without a separator or a fraction: 1234',
        },
  'number-out-of-range': outOfRange,
  'money-malformed': notDecimal,
  'money-too-precise': (values, column) => {
    switch (values.case) {
      case 'fact':
        return {
          message: `${column} is ${quoted(values.cell)}, which has more fraction digits than its currency`,
          hint: 'round it where it comes from; CNY has 2 digits, JPY none',
        };
      case 'refund':
        return {
          message: `${column} is ${quoted(values.cell)}, which has more fraction digits than ${values.currency}, the currency of its order`,
          hint: 'round it where it comes from',
        };
      case 'adjustment':
        return {
          message: `adjustment ${values.adjustmentId} has ${values.digits} fraction digits, and ${values.currency} has ${values.digitsMax}`,
          hint: 'round it to what the currency has',
        };
      case 'receipt':
        return {
          message: `receipt ${values.receiptId} has ${values.digits} fraction digits, and ${values.currency} has ${values.digitsMax}`,
          hint: 'round it to what the currency has',
        };
    }
  },
  'value-unknown': (values, column) => {
    switch (values.case) {
      case 'choice':
        return noChoice(values, column);
      case 'boolean':
        return {
          message: `${column} is ${quoted(values.cell)}, neither true nor false`,
          hint: 'write true or false',
        };
      case 'payment-terms':
        return {
          message: `${column} is ${quoted(values.cell)}, neither net N nor day N`,
          hint: 'write net 30 or day 15',
        };
      case 'tier-mode':
        return {
          message: `${column} is ${values.mode}, and that of the first tier ${values.firstMode}`,
          hint: 'give all tiers of a scale one mode; a blank one is volume',
        };
    }
  },
  'plan-unknown': noChoice,
  'currency-unknown': ({ cell }, column) => ({
    message: `${column} is ${quoted(cell)}, no code of ISO 4217`,
    hint: 'write its three capitals, such as CNY or USD',
  }),
  'id-malformed': ({ cell, charactersMax }, column) => ({
    message: `${column} is ${quoted(cell)}, and an id has at most ${charactersMax} characters and no line break, tab or other control character`,
    hint: 'shorten the id, or type it anew',
  }),
  'cell-line-break': ({ cell }, column) => ({
    message: `${column} is ${quoted(cell)}, which goes over more than one line`,
    hint: 'write it on one line; commas tell its parts apart',
  }),
  'agent-placeholder': ({ cell }) => ({
    message: `${quoted(cell)} stands for no agent, and would be taken for one`,
    hint: 'leave the cell blank where no agent led to the order; in a source, name it in blanks',
  }),
  'id-rounded': ({ cell, moreRows }, column) => ({
    message: `${column} is ${quoted(cell)}: a spreadsheet has rounded the id, and its last digits are lost${andMore(moreRows)}`,
    hint: 'export the table again, with its ids as text, and put it here without opening it in a spreadsheet',
  }),
} satisfies Partial<ProblemWords>;

function cellUnused(values: ProblemValues['cell-unused'], column: string): ProblemSentence {
  switch (values.case) {
    case 'plan':
      return {
        message: `contract ${values.contractId}: ${column} is filled, and plan ${values.plan} does not use it`,
        hint: 'leave it blank, or choose the plan that was meant',
      };
    case 'appraisal-from':
      return {
        message: `contract ${values.contractId}: appraisal_from is filled without an appraisal_share`,
        hint: 'fill in appraisal_share, or leave both blank',
      };
    case 'commission-twice':
      return {
        message: `contract ${values.contractId}: there is more than one of commission_rate and scales of commission tiers`,
        hint: 'give exactly one of them',
      };
    case 'ladder-scale':
      return {
        message: `contract ${values.contractId}: ${column} is filled, and scale ${values.scale} does not use it`,
        hint: 'leave it blank',
      };
    case 'tier-mode':
      return {
        message: `${column} is filled, and scale ${values.scale} does not use it so`,
        hint: 'leave it blank',
      };
    case 'charge-once':
      return {
        message: `charge ${values.chargeId}: ${column} is filled, and a charge that is made once does not use it`,
        hint: 'leave it blank, or make the frequency monthly',
      };
    case 'deposit-number':
      return {
        message: `receipt ${values.receiptId}: ${column} is filled, and a deposit pays no document`,
        hint: 'leave it blank; what pays a document is a payment',
      };
  }
}

function outOfRange(values: ProblemValues['number-out-of-range'], column: string): ProblemSentence {
  const not = (cell: string, expected: string): string =>
    `${column} is ${quoted(cell)}, not ${expected}`;
  switch (values.case) {
    case 'not-negative':
      return { message: not(values.cell, 'zero or above'), hint: 'write a number zero or above' };
    case 'positive':
      return { message: not(values.cell, 'above zero'), hint: 'write a number above zero' };
    case 'share':
      return {
        message: not(values.cell, 'from 0 to 1'),
        hint: 'write a share as a decimal fraction: 0.02 for 2 %',
      };
    case 'whole-positive':
      return {
        message: not(values.cell, 'a whole number from 1'),
        hint: 'write 1 or more, without a fraction',
      };
    case 'fact-amount':
      return {
        message: `${column} is ${quoted(values.cell)}, and an amount here is zero or above`,
        hint: 'take the minus out; money that went back to a buyer is a row of the refunds',
      };
    case 'custody-seats':
      return {
        message: `contract ${values.contractId}: ${column} is ${values.seats}, and custody counts whole agents`,
        hint: 'write a whole number',
      };
    case 'decimal-range':
      return {
        message: not(
          values.cell,
          values.most === null ? `above ${values.least}` : `from ${values.least} to ${values.most}`,
        ),
        hint: 'write a multiplier as 1.5 and a score as 0.93, not as percents; points are of 100',
      };
    case 'custody-window':
      return {
        message: `contract ${values.contractId}: the window ends when it starts`,
        hint: 'correct window_start or window_end; all of the day is 00:00 to 24:00',
      };
    case 'surcharge-window':
      return {
        message: `contract ${values.contractId}: the window of surcharge ${quoted(values.surcharge)} ends when it starts`,
        hint: 'correct window_start or window_end, or leave both blank for all of the day',
      };
    case 'weights':
      return {
        message: `contract ${values.contractId}: the weights of its indicators are all 0`,
        hint: 'give at least one indicator a weight above 0',
      };
    case 'fees':
      return {
        message: `contract ${values.contractId}: minimum_fee ${values.minimumFee} is above maximum_fee ${values.maximumFee}`,
        hint: 'correct one of them',
      };
    case 'commission-price':
      return {
        message: `${column} is ${values.price}, and a commission is from 0 to 1`,
        hint: 'write a decimal fraction, 0.02 for 2 %',
      };
  }
}

function noChoice(
  { cell, choices, nearest }: ProblemValues['plan-unknown'],
  column: string,
): ProblemSentence {
  return {
    message: `${column} is ${quoted(cell)}, not one of ${choices.join(', ')}`,
    hint: nearest === null ? 'correct it' : `did you mean ${nearest}?`,
  };
}

function notDecimal(
  { cell, mistake }: ProblemValues['money-malformed'],
  column: string,
): ProblemSentence {
  return {
    message: `${column} is ${quoted(cell)}, not a plain decimal`,
    hint:
      mistake === 'percent'
        ? `write a share as a decimal fraction: ${percentAsShare(cell)}`
        : DECIMAL_HINTS[mistake],
  };
}

const DECIMAL_HINTS: Readonly<Record<Exclude<DecimalMistake, 'percent'>, string>> = {
  'full-width': 'type it with half-width digits and a half-width point: 1234.50',
  currency: 'leave the currency out of the cell; it has a column of its own',
  thousands: 'leave the thousands separator out: 1234.50',
  comma: 'write a decimal point in place of the comma: 1234.50',
  exponent: 'a spreadsheet shortened it: show the column as plain numbers, and save again',
  brackets: 'write a minus in place of the brackets: -1234.50',
  other: 'write digits, and if need be a point and more digits: 1234.50',
};
