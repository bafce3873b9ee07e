/** Breaks texts into lines: between Chinese characters, at spaces, and inside words too long. */
import { append } from '../../../append.js';
import { widthInEms, type Typeface } from './fonts.js';

/** Chinese and full-width characters, between any two of which a line may break. */
const IDEOGRAPH = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u;
const NEVER_FIRST = /^[·・、。，．：；！？）」』】》〉〕％,.:;!?)\]}%”’…—~～]/u;
const NEVER_LAST = /[（「『【《〈〔([{“‘]$/u;

/** The lines of a text that are at most so many ems wide; at least one line. */
export function wrapText(text: string, typeface: Typeface, ems: number): string[] {
  if (widthInEms(text, typeface) <= ems) return [text.trimEnd()];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of pieces(text)) {
    if (width + widthInEms(piece.trimEnd(), typeface) <= ems) {
      line += piece;
      width += widthInEms(piece, typeface);
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const parts = chop(piece, typeface, ems);
    append(lines, parts.slice(0, -1));
    line = parts.at(-1) ?? '';
    width = widthInEms(line, typeface);
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** What no line break may split: words with the spaces behind them, single ideographs. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  let previous = '';
  for (const character of text) {
    if (piece !== '' && mayBreak(previous, character)) {
      found.push(piece);
      piece = '';
    }
    piece += character;
    previous = character;
  }
  return piece === '' ? found : [...found, piece];
}

function mayBreak(previous: string, next: string): boolean {
  if (next === ' ' || NEVER_FIRST.test(next) || NEVER_LAST.test(previous)) return false;
  // between the stand-ins of two characters: [U+1F600][U+0627]
  if (previous === ']' && next === '[') return true;
  return previous === ' ' || IDEOGRAPH.test(previous) || IDEOGRAPH.test(next);
}

/** A word that is wider than a line, in parts that are not. */
function chop(word: string, typeface: Typeface, ems: number): string[] {
  const parts: string[] = [];
  let part = '';
  let width = 0;
  for (const character of word) {
    const characterWidth = widthInEms(character, typeface);
    if (part !== '' && character !== ' ' && width + characterWidth > ems) {
      parts.push(part);
      part = '';
      width = 0;
    }
    part += character;
    width += characterWidth;
  }
  return [...parts, part];
}
