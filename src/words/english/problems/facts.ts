/** English words for what shifts, orders and refunds say of one another, and of contracts. */
import type {
  BucketsUnfit,
  UnownedShift,
  FactsIncomplete,
  FactsOfMonth,
} from '../../../problem-facts-values.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { characterName } from '../../character-name.js';
import { andMore, counted, didYouMean, quoted } from '../phrases.js';

export const FACTS = {
  'buckets-unfit': bucketsUnfit,
  'fact-without-contract': (values) =>
    values.case === 'shift'
      ? {
          message: `no contract in force owns the worked shift ${values.shiftId} of ${values.agentId} on ${values.date} (${values.role}, store ${quoted(values.storeId)})${ended(values)}${andMore(values.moreRows)}`,
          hint: 'check the dates, the role and the store of the contracts; nobody is billed for it',
        }
      : {
          message: `no event contract of ${values.merchantId} is in force on ${values.date}`,
          hint: 'check the dates and the store of the contracts; nobody is billed for this day',
        },
  'shifts-unowned': ({ contractId, rows }) => ({
    message: `contract ${contractId} owns no shift, and ${counted(rows, 'worked shift')} of its merchant ${rows === 1 ? 'has' : 'have'} no contract`,
    hint: 'check role, store and dates of the contract against those of the shifts; a salary of nothing is not taken for meant',
  }),
  'shift-length': ({ startsAt, endsAt }) => ({
    message: `the shift runs from ${startsAt} to ${endsAt}, and a shift is longer than 0 and at most 24 hours`,
    hint: 'correct its times; a shift through the night ends on the next date',
  }),
  'shifts-overlap': ({ shiftId, agentId, otherId }) => ({
    message: `shift ${shiftId} of agent ${agentId} overlaps ${otherId} or one before it`,
    hint: 'correct the times of one of them; nobody works two shifts for one merchant at once',
  }),
  'shift-contract': ({ contractId }) => ({
    message: `the shift names contract ${quoted(contractId)}, which is not this merchant's or not in force on its date`,
    hint: 'name a contract of the merchant that is in force, or leave the cell blank',
  }),
  'order-unknown': ({ refundId, orderId, moreRows, nearest }) => ({
    message: `the order ${quoted(orderId)} is in no orders file, so its refund ${refundId} is left out${andMore(moreRows)}`,
    hint: didYouMean(nearest, 'add the orders of its month to the input, or correct the id'),
  }),
  'orders-unattributed': ({ orders }) => ({
    message: `no order of the file names an agent, so that none of ${orders} would earn the commission that a contract pays`,
    hint: 'feed agent_id, or add attributions; where truly no inquiry led to an order, attributions.csv with its header alone says so',
  }),
  'late-refund-differs': lateRefundDiffers,
  'late-refund-unpriced': ({ refundId, orderId, amount, number, contractId }) => ({
    message: `the late refund ${refundId} of ${amount} takes back a commission on order ${orderId}, which ${number} bills by contract ${contractId}; by now that is another merchant's contract, or one without a commission`,
    hint: 'give the new contract an id of its own: what an id has billed is taken back by the same contract',
  }),
  'refund-before-order': ({
    refundId,
    amount,
    currency,
    refundedAt,
    orderId,
    orderAmount,
    paidAt,
  }) => ({
    message: `the refund ${refundId} of ${amount} ${currency} is dated ${refundedAt}, before its order ${orderId} of ${orderAmount} ${currency} was paid, ${paidAt}`,
    hint: 'correct refunded_at of the refund, or paid_at of the order',
  }),
  'refund-exceeds-order': (values) => {
    const { refunds, firstRefundedAt, lastRefundedAt, amount, currency } = values;
    const ids = `${values.refundIds.join(', ')}${refunds > values.refundIds.length ? ', …' : ''}`;
    const what =
      refunds === 1
        ? `the refund ${ids} of ${firstRefundedAt} comes to ${amount} ${currency}, and its`
        : `the ${refunds} refunds (${ids}) of ${firstRefundedAt} to ${lastRefundedAt} come to ${amount} ${currency}, and their`;
    return {
      message: `${what} order ${values.orderId}, paid ${values.paidAt}, to ${values.orderAmount} ${currency}`,
      hint: 'correct the amount of a refund, or of the order',
    };
  },
  'facts-incomplete': (values) => ({
    message: `${ofMonth(values)}; ${againstWhat(values)}`,
    hint:
      values.case === 'month-before'
        ? `add what is missing; after a look, if it is all there is: --accept-incomplete ${values.table}`
        : 'add what is missing, if anything is; in later months such facts publish nothing',
  }),
  'facts-stop-early': ({ table, last, tableLast }) => ({
    message:
      last === null
        ? `there are no ${table} of this merchant, and those of others go on until ${tableLast}`
        : `the ${table} of this merchant end on ${last}, and those of others on ${tableLast}`,
    hint: 'look for an export that is missing or cut off; what is not there is not billed',
  }),
  'date-implausible': ({ date, period, yearsMax, moreRows }, column) => ({
    message: `${column} is ${date}, more than ${yearsMax} years from ${period}${andMore(moreRows)}`,
    hint: 'correct the year; as it is, the row counts in no month that anybody bills',
  }),
  'agent-without-shift': ({ agents, moreAgents, nearest }) => ({
    message: `orders of the month name ${agents.map(quoted).join(', ')}${moreAgents > 0 ? ` and ${moreAgents} more` : ''}, and no shift does`,
    hint: didYouMean(
      nearest,
      'look for shifts that are missing, or for other names of the same agents',
    ),
  }),
  'text-undrawable': ({ cell, characters, moreCharacters, printed }, column) => ({
    message: `${column} is ${quoted(cell)}, and the font of the documents lacks ${characters.map(characterName).join(', ')}${moreCharacters > 0 ? ` and ${moreCharacters} more` : ''}: they print ${quoted(printed)}`,
    hint: 'write it in characters that the font has before documents are sent; the tables and exports keep it as it is',
  }),
} satisfies Partial<ProblemWords>;

type Differs = ProblemValues['late-refund-differs'];

function lateRefundDiffers(values: Differs): ProblemSentence {
  const refund = `the late refund ${values.refundId} of ${values.amount}`;
  const order = `order ${values.orderId}`;
  switch (values.case) {
    case 'billed':
      return {
        message: `${refund} is counted: ${values.number} bills its ${order}, although by this input ${DIFFERENCES[values.difference]}`,
        hint: 'what stands published decides; if the input is right, run the month of the order again, then this one',
      };
    case 'not-billed':
      return {
        message: `${refund} is not counted: no document of ${values.period} bills its ${order}, although by this input it would be billed`,
        hint: `run ${values.period} again if the order is to be billed, then this month`,
      };
    case 'merchant-gone':
      return {
        message: `${refund} is not counted: ${values.number} bills its ${order} to a merchant who is not in merchants.csv`,
        hint: 'put the merchant and the contract back if the commission is to be paid back',
      };
  }
}

/** What the input says of an order that is billed, after "although by this input". */
const DIFFERENCES: Readonly<Record<Extract<Differs, { case: 'billed' }>['difference'], string>> = {
  'order-missing': 'there is no such order',
  merchant: 'the order is of another merchant',
  period: 'the order is of another month',
  amount: 'the order has another amount or currency',
  'no-contract': 'no contract owns the order',
  contract: 'another contract owns the order',
  'no-agent': 'the order has no agent',
};

/** What a table has of a month. */
function ofMonth({ period, rows, first, last }: FactsOfMonth): string {
  const count = rows === 0 ? `no row is of ${period}` : `${counted(rows, 'row')} of ${period}`;
  const reach = first === null || last === null ? '' : `, from ${first} to ${last}`;
  return `${count}${reach}`;
}

function againstWhat(values: FactsIncomplete): string {
  return values.case === 'month-before'
    ? `in the month before there were ${ofMonth(values.before)}`
    : `contracts need them from ${values.from} to ${values.through}`;
}

/** `: contract C1 ended on 2026-10-15`, or nothing. */
function ended({ ended: contract }: UnownedShift): string {
  return contract === null ? '' : `: contract ${contract.contractId} ended on ${contract.endsOn}`;
}

const BY_MERCHANT =
  'let the warehouse write all that concerns a merchant, refunds and attributions of its orders too, into one bucket';

function bucketsUnfit(values: BucketsUnfit): ProblemSentence {
  switch (values.case) {
    case 'file':
      return {
        message: `with --partitioned, ${values.table} is a folder of buckets, each a folder of files; this is in none`,
        hint: `write ${values.table}/bucket=00/part.parquet and its like, or run without --partitioned`,
      };
    case 'sources':
      return {
        message: 'exports are not read bucket by bucket',
        hint: 'let the warehouse write the columns of our tables, or run without --partitioned',
      };
    case 'none':
      return {
        message: 'no fact lies in a bucket',
        hint: 'write orders/bucket=00/part.parquet and its like, or run without --partitioned',
      };
    case 'merchant':
      return {
        message: `merchant ${values.merchant} is in ${values.buckets.join(' and in ')}`,
        hint: BY_MERCHANT,
      };
    case 'order':
      return {
        message: `order ${values.order} is named in ${values.buckets.join(' and lies in ')}`,
        hint: BY_MERCHANT,
      };
  }
}
