/** The tier that prices a line, and what its source says of it. */
import type { Source } from '../pricing/figures.js';
import type { Line } from '../pricing/line.js';
import type { TierPrice } from '../pricing/terms.js';

/** The tier that prices a line; null where none does. */
export function tierOf({ terms: { unitPrice } }: Line): TierPrice | null {
  return unitPrice.kind === 'tier' ? unitPrice : null;
}

type TierSource = Extract<Source, { table: 'contract-tiers' }>;

function sourceOf({ price: { source } }: TierPrice): TierSource | null {
  return source.table === 'contract-tiers' ? source : null;
}

export function scaleOf(tier: TierPrice): TierSource['scale'] | null {
  return sourceOf(tier)?.scale ?? null;
}

export function upToOf(tier: TierPrice): string | null {
  return sourceOf(tier)?.upTo?.toDecimal() ?? null;
}
