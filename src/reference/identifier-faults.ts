/** Identifiers of parties whose scheme has check digits or a shape of its own, as Peppol BIS Billing 3 asks. */
import type { IdentifierFault } from '../problem-finance-values.js';

/** What the identifiers of a scheme look like, and whether one of that shape is sound. */
interface Scheme {
  readonly shape: RegExp;
  readonly isSound?: (identifier: string) => boolean;
}

/** By code of ISO 6523. */
const SCHEMES: Readonly<Record<string, Scheme>> = {
  // PEPPOL-COMMON-R049: Swedish organisation numbers
  '0007': { shape: /^\d{10}$/, isSound: isLuhn },
  // PEPPOL-COMMON-R040: GLN
  '0088': { shape: /^\d{13}$/, isSound: isGln },
  // KVK, of the Dutch chamber of commerce
  '0106': { shape: /^\d{8}$/ },
  // PEPPOL-COMMON-R050: Australian business numbers
  '0151': { shape: /^\d{11}$/, isSound: isAbn },
  // PEPPOL-COMMON-R042: Danish CVR numbers
  '0184': { shape: /^(DK)?\d{8}$/ },
  // PEPPOL-COMMON-R041: Norwegian organisation numbers
  '0192': { shape: /^\d{9}$/, isSound: isMod11 },
  // PEPPOL-COMMON-R044: Codice IPA
  '0201': { shape: /^[A-Za-z0-9]{6}$/ },
  // PEPPOL-COMMON-R043: Belgian enterprise numbers
  '0208': { shape: /^\d{10}$/, isSound: isMod97 },
  // PEPPOL-COMMON-R045: Codice Fiscale
  '0210': { shape: /^(\d{11}|[A-Za-z]{6}\d{2}[A-Za-z]\d{2}.{3}\d[A-Za-z])$/ },
  // PEPPOL-COMMON-R047: Partita IVA
  '0211': { shape: /^IT\d{11}$/i, isSound: (identifier) => isLuhn(identifier.slice(2)) },
};

/** null where nothing is wrong with an identifier of a scheme. */
export function identifierFault(scheme: string, identifier: string): IdentifierFault | null {
  const found = SCHEMES[scheme];
  if (found === undefined) return null;
  if (!found.shape.test(identifier)) return 'shape';
  const { isSound = () => true } = found;
  return isSound(identifier) ? null : 'check-digit';
}

function digitsOf(identifier: string): number[] {
  return Array.from(identifier, Number);
}

/** Weights count from the last digit but one; the last is the check digit. */
function weightedSum(identifier: string, weightAt: (place: number) => number): number {
  const digits = digitsOf(identifier).reverse().slice(1);
  return digits.reduce((sum, digit, place) => sum + digit * weightAt(place), 0);
}

function lastDigit(identifier: string): number {
  return Number(identifier.slice(-1));
}

/**
 * GS1: weights 3, 1, 3, … from the right; the sum and the check digit end in 0.
 *
 * > 5790000436057: 3 × (5 + 6 + 4 + 0 + 0 + 7) + (0 + 3 + 0 + 0 + 9 + 5) = 66 + 17 = 83, and 83 + 7 = 90.
 */
function isGln(identifier: string): boolean {
  const sum = weightedSum(identifier, (place) => (place % 2 === 0 ? 3 : 1));
  return (sum + lastDigit(identifier)) % 10 === 0;
}

/** Weights 2 to 7 and again; 11 − the rest by 11 is the check digit. */
function isMod11(identifier: string): boolean {
  const rest = weightedSum(identifier, (place) => (place % 6) + 2) % 11;
  return (11 - rest) % 11 === lastDigit(identifier);
}

/** The last two digits are 97 less the rest of the first eight by 97. */
function isMod97(identifier: string): boolean {
  return Number(identifier.slice(8)) === 97 - (Number(identifier.slice(0, 8)) % 97);
}

/** Every second digit from the right doubled, digit by digit; the sum ends in 0. */
function isLuhn(identifier: string): boolean {
  const sum = digitsOf(identifier)
    .reverse()
    .map((digit, place) => (place % 2 === 0 ? digit : ((digit * 2) % 10) + (digit > 4 ? 1 : 0)))
    .reduce((total, digit) => total + digit, 0);
  return sum % 10 === 0;
}

/** One taken off the first digit; weights 10, 1, 3, 5 … 19; the sum is a multiple of 89. */
function isAbn(identifier: string): boolean {
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19];
  const digits = digitsOf(identifier).map((digit, place) => (place === 0 ? digit - 1 : digit));
  const sum = digits.reduce((total, digit, place) => total + digit * (weights[place] ?? 0), 0);
  return sum % 89 === 0;
}
