/** Zones as exports name them: `UTC`, `PDT`, `GMT+8`. */
import { quoted } from '../database.js';

/** Names that are one zone alone; `CST`, `IST` and `BST` are several, and so in none of them. */
const OFFSETS: Readonly<Record<string, string>> = {
  UTC: '+00:00',
  GMT: '+00:00',
  Z: '+00:00',
  北京时间: '+08:00',
  北京時間: '+08:00',
  HKT: '+08:00',
  SGT: '+08:00',
  MYT: '+08:00',
  PHT: '+08:00',
  AWST: '+08:00',
  WIB: '+07:00',
  ICT: '+07:00',
  JST: '+09:00',
  KST: '+09:00',
  AEST: '+10:00',
  AEDT: '+11:00',
  NZST: '+12:00',
  NZDT: '+13:00',
  MSK: '+03:00',
  EET: '+02:00',
  EEST: '+03:00',
  CET: '+01:00',
  CEST: '+02:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  WET: '+00:00',
  WEST: '+01:00',
  BRT: '-03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  HST: '-10:00',
};
const SEVERAL = ['CST', 'IST', 'BST'];

const AHEAD = '(?:UTC|GMT)[+-]\\d{1,2}(?::?[0-5]\\d)?';
const NAMES = Object.keys(OFFSETS).sort((left, right) => right.length - left.length);

/** What a cell may name as its zone, as a regular expression. */
export const ZONE_PATTERN = `${AHEAD}|${NAMES.join('|')}`;

/** The zone names that stand for themselves in a format; a lone Z is no word of a text. */
export const ZONE_WORDS = `${AHEAD}|${[...NAMES.filter((name) => name !== 'Z'), ...SEVERAL].join('|')}`;

const IN_HEADER = new RegExp(`(?<![A-Za-z])(?:${ZONE_WORDS})(?![A-Za-z])`);

/** The zone that a header speaks of; null where it speaks of none. */
export function zoneNamedIn(header: string): string | null {
  return IN_HEADER.exec(header)?.[0] ?? null;
}

/** Whether a name is that of several zones. */
export function isSeveralZones(name: string): boolean {
  return SEVERAL.includes(name);
}

/** SQL: `PDT` → `-07:00`, `GMT+8` → `+08:00`. */
export function offsetOfZone(name: string): string {
  const whens = Object.entries(OFFSETS).map(
    ([zone, offset]) => `WHEN ${quoted(zone)} THEN ${quoted(offset)}`,
  );
  const part = (group: number): string =>
    `regexp_extract(${name}, '([+-])(\\d{1,2}):?(\\d{2})?$', ${group})`;
  return `CASE ${name} ${whens.join(' ')}
    ELSE ${part(1)} || lpad(${part(2)}, 2, '0') || ':' || rpad(${part(3)}, 2, '0') END`;
}
