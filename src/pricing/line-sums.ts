/** Sums of the lines of one contract, as terms: each line is a figure with its place. */
import { toMajorUnits } from '../money/amount.js';
import type { ContractTerms } from './contract.js';
import type { ContractLine } from './contract-line.js';
import { figure, type Figure } from './figures.js';
import { result, sum, type Term } from './terms.js';

/** A line of the contract as a figure; `position` is 1 for its first. */
export function lineFigure(
  { currency }: Pick<ContractTerms, 'currency'>,
  line: ContractLine,
  position: number,
): Figure {
  const amount = toMajorUnits(line.amount, currency);
  return figure('line', amount, { table: 'lines', position }, { currency, of: String(position) });
}

/** What some of the contract's lines so far come to. */
export function sumOfLines(
  contract: ContractTerms,
  lines: readonly ContractLine[],
  isSummed: (line: ContractLine) => boolean = () => true,
): Term {
  const figures = lines.flatMap((line, at) =>
    isSummed(line) ? [lineFigure(contract, line, at + 1)] : [],
  );
  return result('lines_sum', sum(figures), { currency: contract.currency });
}
