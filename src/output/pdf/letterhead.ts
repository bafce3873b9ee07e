/** On whose paper a page stands. */
import type { Provider } from '../../documents/document.js';
import type { Say } from '../../words/bilingual.js';
import { LABELS } from '../../words/labels.js';
import { beside, gap, small, stack, text, type Block } from './engine/block.js';
import { SIZE, span } from './engine/style.js';
import { logoBlock } from './logo.js';

export interface Letterhead {
  readonly provider: Provider;
  readonly logo: Uint8Array | null;
}

export function letterheadBlock({ provider, logo }: Letterhead, say: Say): Block {
  const right = { align: 'right' } as const;
  const column = span(6, 12);
  return stack([
    logo === null ? gap(0) : logoBlock(logo),
    beside([
      stack([
        text(provider.name, span(0, 6), { size: SIZE.lead, bold: true }),
        provider.taxId === ''
          ? gap(0)
          : small(`${say(LABELS.taxId)} ${provider.taxId}`, span(0, 6)),
      ]),
      stack([
        small(provider.address, column, right),
        small([provider.phone, provider.email].filter(Boolean).join('  ·  '), column, right),
      ]),
    ]),
  ]);
}
