/** The logo in the letterhead. */
import type { Block } from './engine/block.js';
import { LEFT } from './engine/style.js';

const WIDTH_MAX = 140;
const HEIGHT = 36;
const GAP_BELOW = 8;

/** As large as its place takes it; it says nothing that the name below it does not. */
export function logoBlock(bytes: Uint8Array): Block {
  return {
    height: HEIGHT + GAP_BELOW,
    draw: ({ pdf, tags }, y) => {
      tags.artifact(() => {
        pdf.image(Buffer.from(bytes), LEFT, y, { fit: [WIDTH_MAX, HEIGHT], valign: 'center' });
      });
    },
  };
}
