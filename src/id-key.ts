/**
 * What of an id is left where it was typed or saved otherwise: without characters that cannot be seen, in
 * small letters of half width, numbers in it without their leading zeros, and of a long number the fifteen
 * digits that spreadsheets keep. Ids with one key are two ids, of which one may be meant for the other.
 *
 * > `M001`, `m1` and `Ｍ1` have one key, and so have `3515200110000010001` and `3515200110000010000`.
 */
import { UNSEEN_CHARACTERS } from './unseen-characters.js';

const UNSEEN = new RegExp(`[${UNSEEN_CHARACTERS}]+`, 'gu');
const DIGITS_KEPT = 15;

/** From `！` to `～`, each so far from the character of half width. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_AHEAD = 0xfee0;

export function idKey(id: string): string {
  const narrow = id.replace(FULL_WIDTH, (one) =>
    String.fromCharCode(one.charCodeAt(0) - FULL_WIDTH_AHEAD),
  );
  const bare = narrow
    .replace(UNSEEN, '')
    .toLowerCase()
    .replace(/(^|[^0-9])0+([0-9])/g, '$1$2');
  const isLong = /^\d+$/.test(bare) && bare.length > DIGITS_KEPT;
  return isLong ? `${bare.slice(0, DIGITS_KEPT)}#${bare.length}` : bare;
}

/** The same in the engine's SQL, of a text. */
export function idKeySql(text: string): string {
  const wide = Array.from({ length: 0x5e }, (_, at) => String.fromCharCode(0xff01 + at));
  const narrow = wide.map((one) => String.fromCharCode(one.charCodeAt(0) - FULL_WIDTH_AHEAD));
  const literal = (one: string): string => `'${one.replaceAll("'", "''")}'`;
  const seen = `regexp_replace(translate(${text}, ${literal(wide.join(''))}, ${literal(narrow.join(''))}),
    ${literal(`[${UNSEEN_CHARACTERS}]+`)}, '', 'g')`;
  const bare = `regexp_replace(lower(${seen}), '(^|[^0-9])0+([0-9])', '\\1\\2', 'g')`;
  return `regexp_replace(${bare}, '^([0-9]{${DIGITS_KEPT}})([0-9]+)$', '\\1#' || strlen(${bare}))`;
}
