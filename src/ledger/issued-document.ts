/** What a run keeps in mind of each issued document: not its lines, which stay in the ledger. */
import type { Document } from '../documents/document.js';
import { fingerprint } from '../documents/fingerprint.js';
import { netByPlan } from '../documents/net-by-plan.js';
import { negatedLines, type Standing } from '../documents/revise.js';
import type { MinorUnits } from '../money/amount.js';
import type { Plan } from '../pricing/plans/registry.js';
import { sha256 } from './sha256.js';

/** A document without its lines. */
export interface SummaryDocument
  extends
    Standing,
    Pick<
      Document,
      'type' | 'currency' | 'issueDate' | 'net' | 'tax' | 'total' | 'cancels' | 'replaces'
    > {
  readonly merchantName: string;
  readonly netByPlan: ReadonlyMap<Plan, MinorUnits>;
}

export interface IssuedDocument extends SummaryDocument {
  /** Hash of its money; of a reversal, of the money that it negates. */
  readonly moneyHash: string;
  /** Equal for two documents that name their merchant alike. */
  readonly billedTo: string;
}

export function withoutLines(document: Document): SummaryDocument {
  const { number, merchant, currency, type, issueDate } = document;
  const { net, tax, total, cancels, replaces } = document;
  return {
    number,
    merchantId: merchant.merchantId,
    merchantName: merchant.name,
    currency,
    type,
    issueDate,
    net,
    tax,
    total,
    netByPlan: netByPlan(document),
    cancels,
    replaces,
  };
}

export function issuedDocument(document: Document): IssuedDocument {
  const hashed = document.cancels === null ? document : negated(document);
  const named = billedTo(document.merchant);
  return { ...withoutLines(document), moneyHash: moneyHash(hashed), billedTo: named };
}

/** What a document prints of its merchant, but for the language that it is in. */
export function billedTo({ name, legalName, taxId, address }: Document['merchant']): string {
  return JSON.stringify([name, legalName, taxId, address]);
}

/** Equal for two documents that bill the same. */
export function moneyHash(document: Parameters<typeof fingerprint>[0]): string {
  return sha256(fingerprint(document));
}

function negated({ currency, lines }: Document): Parameters<typeof fingerprint>[0] {
  return { currency, lines: negatedLines(lines) };
}
