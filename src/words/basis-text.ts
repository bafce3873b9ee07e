/** The basis of a line in the CSVs: its term, with the names of its figures, in no language. */
import { amountTerm } from '../pricing/contract-line.js';
import type { Figure } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import { valueOf } from '../pricing/terms.js';
import { dateRuns } from './numbers.js';
import { exactNumber, withClauses, type Formula, type TermStyle } from './term-text.js';

/**
 * `agent_days 20.5 / standard_days 26 × rate 5200`; before it, by what each tier was picked:
 * `consultations_per_agent_day = consultations[2026-10] 3100 / agent_days 31 = 100 <= 120; …`.
 */
export function basisText(line: Line): string {
  return withClauses(amountTerm(line.terms), STYLE).join('; ').replaceAll('\u00A0', ' ');
}

const STYLE: TermStyle = {
  figure: figureText,
  result: () => null,
  clause: (measured, formula, upTo) => {
    const limit = upTo === null ? '' : ` <= ${upTo.toDecimal()}`;
    return `${measured.name} = ${formula} = ${valueOf(measured).toDecimal()}${limit}`;
  },
};

function figureText({ name, of, value, currency, source }: Figure): Formula {
  const isOfDates = name === 'days' && 'dates' in source && source.dates !== null;
  const about = isOfDates ? dateRuns(source.dates) : (of ?? currency?.code ?? null);
  const { text, binding } = exactNumber(value, (decimal) => decimal);
  if (name === 'constant') return { text, binding };
  return { text: `${name}${about === null ? '' : `[${about}]`} ${text}`, binding };
}
