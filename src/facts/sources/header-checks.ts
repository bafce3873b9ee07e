/** What a header must have for a source, and what it says that the source does not. */
import { bareName } from '../files/header-of.js';
import { problem, type Problem } from '../../problem.js';
import { foreignSeparator } from '../../reference/foreign-separator.js';
import { nearestWord } from '../../words/nearest-word.js';
import { headersNamed } from './file-mapping.js';
import type { Source } from './source.js';
import { zoneNamedIn } from './time-zones.js';

/** The first of several columns of one name may be called `NAME.1` too; -1 where there is none. */
export function placeIn(header: readonly string[], name: string): number {
  const bare = bareName(name);
  const at = header.indexOf(bare);
  return at < 0 ? header.indexOf(bare.replace(/\.1$/, '')) : at;
}

/** The headers that the source names and the file lacks. */
export function missingHeaders(file: string, source: Source, header: readonly string[]): Problem[] {
  const names = header.filter((other) => other !== '');
  const lacking = headersNamed(source).filter((name) => placeIn(header, name) < 0);
  const separator = foreignSeparator(names);
  if (lacking.length > 0 && separator !== null) {
    const { position } = source;
    return [problem('file-unreadable', { file }, { case: 'separator', separator, position })];
  }
  return lacking.map((name) =>
    problem(
      'column-missing',
      { file, column: name },
      {
        case: 'source',
        position: source.position,
        headerLine: source.reading.linesAboveHeader + 1,
        header: names,
        nearest: nearestWord(name, names),
      },
    ),
  );
}

/**
 * A header such as `Created date (UTC)` names a zone: its times are not read in the provider's in silence.
 * `names`: the headers that times are read from.
 */
export function zonesUnstated(file: string, source: Source, names: readonly string[]): Problem[] {
  const { timeZone, times, position } = source;
  if (timeZone !== null || times.some(({ fields }) => fields.includes('offset'))) return [];
  return names.flatMap((name) => {
    const zone = zoneNamedIn(name);
    if (zone === null) return [];
    return problem('zone-unstated', { file, column: name }, { position, zone });
  });
}

const STATUS = /status|状态|狀態|ステータス|상태|trạng thái|สถานะ|estado|statut|stato/i;
/** What becomes of the parcel, and not of the money. */
const OF_THE_PARCEL =
  /fulfil|发货|物流|快递|配送|shipping|shipment|delivery|打印|发票|invoice|address/i;

/** Calls that nobody answered, that went out, or that stayed in the house. */
const OF_A_CALL =
  /disposition|direction|call.?(status|result|type)|呼叫(类型|方向|结果)|通话(类型|状态)|接听状态/i;
const LOG_OF_CALLS = /call.?(time|date|id)|calldate|talking|通话|呼叫/i;

function statusesOf({ table, countRows }: Source, header: readonly string[]): string[] {
  const ofMoney = header.filter((name) => STATUS.test(name) && !OF_THE_PARCEL.test(name));
  if (table === 'orders' || table === 'refunds') return ofMoney;
  if (!countRows || !header.some((name) => LOG_OF_CALLS.test(name))) return [];
  return header.filter((name) => OF_A_CALL.test(name) || ofMoney.includes(name));
}

/**
 * An order that was cancelled may keep its amount, and a call that nobody answered is a row: whoever
 * maps the file has to say which rows count. `mentioned`: what a query asks by itself.
 */
export function statusesUnfiltered(
  file: string,
  source: Source,
  header: readonly string[],
  mentioned: readonly string[] = [],
): Problem[] {
  const { skipWhere, keepWhere } = source;
  const filtered = [...Object.keys(skipWhere), ...Object.keys(keepWhere), ...mentioned];
  return statusesOf(source, header)
    .filter((name) => !filtered.includes(name))
    .map((name) =>
      problem(
        'status-unfiltered',
        { file, column: name },
        { position: source.position, table: source.table },
      ),
    );
}
