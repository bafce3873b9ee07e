/** What makes a cell bad, in SQL: the conditions of each kind of cell, and the code of its problem. */
import type { ProblemCode } from '../../problem.js';
import { SPREADSHEET_ERRORS } from '../../reference/spreadsheet-errors.js';
import { isOneOf, quoted } from '../database.js';
import { CLOSED_LISTS, type CellKind } from '../fact-tables.js';

const CELL_CHARACTERS_MAX = 1 << 20;

/** A condition over the cell and what it was converted to; see `typed-rows.ts`. */
export interface CellFault {
  readonly condition: string;
  readonly code: ProblemCode;
}

/** In the order in which they are looked for: the first one that holds is told. */
export function cellFaults(name: string, kind: CellKind): readonly CellFault[] {
  const blank = fault(`${name} = ''`, 'cell-blank');
  switch (kind) {
    case 'optional':
      return [tooLong(name), isError(name), ...noAgent(name)];
    case 'text':
      return [blank, tooLong(name), isError(name), ...noAgent(name)];
    case 'date':
      return [blank, fault(isUnlike(name, '\\d{4}-\\d{2}-\\d{2}', 'DATE'), 'date-malformed')];
    case 'time':
      return [
        blank,
        fault(`${name}_local IS NULL`, 'time-malformed'),
        fault(`is_nonexistent(${name}_plain)`, 'time-nonexistent'),
        fault(`is_ambiguous(${name}_plain)`, 'time-ambiguous'),
      ];
    case 'role':
    case 'status':
      return [blank, fault(`NOT ${isOneOf(name, CLOSED_LISTS[kind])}`, 'value-unknown')];
    case 'whole':
      return [blank, fault(isUnlike(name, '\\d+', 'BIGINT'), 'number-malformed')];
    case 'currency':
      return [blank, fault(`${name}_digits IS NULL`, 'currency-unknown')];
    case 'amount':
      return [blank, notDecimal(name), negative(name)];
    case 'money':
      return [...unreadMoney(name, blank), negative(name)];
  }
}

/** What exports write where no agent is: it would be paid a commission as if it were one. */
const NO_AGENT = [
  ...[
    '-',
    '--',
    '---',
    '—',
    '——',
    '/',
    '\\',
    '.',
    '*',
    '无',
    '空',
    '暂无',
    '未知',
    '未分配',
    '无客服',
  ],
  ...['静默', '静默下单', '静默订单', '静默成交', 'N/A', 'n/a', 'NA', 'null', 'NULL', 'Null'],
  ...['none', 'None', 'NONE', 'nil', 'undefined'],
];

function noAgent(name: string): CellFault[] {
  if (name !== 'agent_id') return [];
  return [fault(isOneOf(name, NO_AGENT), 'agent-placeholder')];
}

function fault(condition: string, code: ProblemCode): CellFault {
  return { condition, code };
}

function tooLong(name: string): CellFault {
  return fault(`strlen(${name}) > ${CELL_CHARACTERS_MAX}`, 'cell-too-long');
}

/** `#N/A` and its like, in a text that anything else may stand in. */
function isError(name: string): CellFault {
  return fault(`starts_with(${name}, '#') AND ${isOneOf(name, SPREADSHEET_ERRORS)}`, 'cell-error');
}

/** Whether a text has not the pattern, or has it and is no value of the type, such as February 30th. */
function isUnlike(name: string, pattern: string, type: string): string {
  return `NOT regexp_full_match(${name}, ${quoted(pattern)}) OR TRY_CAST(${name} AS ${type}) IS NULL`;
}

function notDecimal(name: string): CellFault {
  return fault(`NOT regexp_full_match(${name}, '-?\\d+(\\.\\d+)?')`, 'money-malformed');
}

function negative(name: string): CellFault {
  return fault(`starts_with(${name}, '-')`, 'number-out-of-range');
}

/** Of money that could not be read: most rows are done with one look. */
function unreadMoney(name: string, blank: CellFault): CellFault[] {
  const reasons = [
    blank,
    notDecimal(name),
    negative(name),
    fault(`fraction_digits(${name}) > currency_digits`, 'money-too-precise'),
    fault('currency_digits IS NOT NULL', 'money-malformed'),
  ];
  return reasons.map(({ condition, code }) =>
    fault(`${name}_minor IS NULL AND (${condition})`, code),
  );
}
