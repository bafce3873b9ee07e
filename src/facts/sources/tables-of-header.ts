/** Which fact tables an export is likely to feed, by its header alone. */
import type { FactTableName } from '../fact-tables.js';
import { findHeader, HEADER_SYNONYMS } from './header-synonyms.js';

/** How attendance systems and those that count inquiries call their columns. */
const OF_SHIFTS = /打卡|考勤|排班|班次|上班|shift|clock.?in|roster|attendance/i;
const OF_CONSULTATIONS =
  /接待|咨询|会话|来电|通话|call.?id|calls?\b|calldate|billsec|呼叫|chats?\b|conversations?\b|tickets?\b/i;

/** None where nobody can tell. */
export function tablesOf(header: readonly string[]): FactTableName[] {
  const has = (table: FactTableName, column: string): boolean =>
    findHeader(header, HEADER_SYNONYMS[table][column] ?? []) !== undefined;
  const isAny = (pattern: RegExp): boolean => header.some((name) => pattern.test(name));
  if (has('refunds', 'refund_id') && has('refunds', 'amount')) return ['refunds'];
  const isSale = has('orders', 'amount') || has('orders', 'paid_at');
  if (isSale || has('refunds', 'amount')) {
    return has('refunds', 'amount') ? ['orders', 'refunds'] : ['orders'];
  }
  if (has('attributions', 'order_id')) {
    return has('attributions', 'agent_id') ? ['attributions'] : ['orders'];
  }
  if (has('consultations', 'consultations')) return ['consultations'];
  if (isAny(OF_SHIFTS)) return ['shifts'];
  return isAny(OF_CONSULTATIONS) ? ['consultations'] : [];
}
