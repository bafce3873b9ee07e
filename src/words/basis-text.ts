/** The basis of a line in the CSVs: its term, with the names of its figures, in no language. */
import { amountTerm } from '../pricing/contract-line.js';
import type { Figure } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import { valueOf } from '../pricing/terms.js';
import {
  countedDates,
  exactNumber,
  withClauses,
  type Formula,
  type TermStyle,
} from './term-text.js';

/**
 * `agent_days 20.5 / standard_days 26 × rate 5200`; before it, by what each tier was picked:
 * `consultations_per_agent_day = consultations 3100 / agent_days 31 = 100 <= 120; …`. Square
 * brackets hold what a figure is about, round ones are arithmetic.
 */
export function basisText(line: Line): string {
  return withClauses(amountTerm(line.terms), STYLE).join('; ');
}

const STYLE: TermStyle = {
  figure: figureText,
  sumTermsMax: Number.POSITIVE_INFINITY,
  result: () => null,
  clause: (measured, formula, upTo) => {
    const limit = upTo === null ? '' : ` <= ${upTo.toDecimal()}`;
    const name = nameOf(measured.name, measured.of);
    return `${name} = ${formula} = ${valueOf(measured).toDecimal()}${limit}`;
  },
};

function figureText(figure: Figure): Formula {
  const { name, of, value, currency } = figure;
  const about = countedDates(figure) ?? of ?? currency?.code ?? null;
  const { text, binding } = exactNumber(value, (decimal) => decimal);
  if (name === 'constant') return { text, binding };
  return { text: `${nameOf(name, about)} ${text}`, binding };
}

function nameOf(name: string, about: string | null): string {
  return about === null ? name : `${name}[${about}]`;
}
