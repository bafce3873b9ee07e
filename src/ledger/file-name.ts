/** File names from ids: any id becomes one name, and no two ids the same. */
import { sha256 } from './sha256.js';

const BYTES_MAX = 120;
/** Letters, digits and a few marks stand as they are; `_` begins an escaped character. */
const SAFE = /^[\p{L}\p{N}.@-]$/u;

/** `a/b` → `a_2Fb`; a long id is cut, and told apart by its hash; `..` and `CON` cannot arise. */
export function fileNameOf(id: string): string {
  const safe = Array.from(id, (character, at) =>
    SAFE.test(character) && !(at === 0 && character === '.') ? character : escaped(character),
  ).join('');
  if (Buffer.byteLength(safe) <= BYTES_MAX) return safe;
  return `${cut(safe)}_${sha256(id).slice(0, 16)}`;
}

function escaped(character: string): string {
  return `_${Buffer.from(character).toString('hex').toUpperCase()}`;
}

function cut(text: string): string {
  let kept = '';
  for (const character of Array.from(text)) {
    if (Buffer.byteLength(kept + character) > BYTES_MAX - 20) break;
    kept += character;
  }
  return kept;
}
