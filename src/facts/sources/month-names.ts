/** Names of months as exports write them: in English, German, French and Spanish, in any case, a short one with or without a point. */
import { isOneOf, quoted } from '../database.js';

/** Of the twelve months, in their order. No name is that of two months. */
const SHORT: readonly (readonly string[])[] = [
  ['jan', 'jän', 'janv', 'ene'],
  ['feb', 'févr', 'fév'],
  ['mar', 'mär', 'mrz', 'mars', 'märz'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai'],
  ['jun', 'juni', 'juin'],
  ['jul', 'juli', 'juil'],
  ['aug', 'août', 'ago'],
  ['sep', 'sept'],
  ['oct', 'okt'],
  ['nov'],
  ['dec', 'dez', 'déc', 'dic'],
];
const LONG: typeof SHORT = [
  ['january', 'januar', 'jänner', 'janvier', 'enero'],
  ['february', 'februar', 'feber', 'février', 'febrero'],
  ['march', 'märz', 'mars', 'marzo'],
  ['april', 'avril', 'abril'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'août', 'agosto'],
  ['september', 'septembre', 'septiembre', 'setiembre'],
  ['october', 'oktober', 'octobre', 'octubre'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'décembre', 'diciembre'],
];

export const SHORT_MONTHS = `(?:${patternOf(SHORT)})\\.?`;
export const LONG_MONTHS = patternOf(LONG);

/** A regular expression of the names, the longest first, that the engine and JavaScript read alike. */
function patternOf(months: typeof SHORT): string {
  const names = months.flat().sort((left, right) => right.length - left.length);
  return names.map(inAnyCase).join('|');
}

function inAnyCase(name: string): string {
  return Array.from(name, (letter) => `[${letter}${letter.toUpperCase()}]`).join('');
}

/** SQL for the number of the month that `text` names, in two digits. */
export function monthNumber(text: string): string {
  const name = `lower(rtrim(${text}, '.'))`;
  const whens = SHORT.map((short, at) => {
    const names = [...new Set([...short, ...(LONG[at] ?? [])])];
    return `WHEN ${isOneOf(name, names)} THEN ${quoted(String(at + 1).padStart(2, '0'))}`;
  });
  return `CASE ${whens.join(' ')} END`;
}
