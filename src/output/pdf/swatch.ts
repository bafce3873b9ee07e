/** A small square in the colour that a text beside it explains. */
import type { Block } from './engine/block.js';
import { BASELINE } from './engine/style.js';

/** As high as the capitals of type of a size, on their line. */
export function swatch(color: string, x: number, size: number): Block {
  const side = size * 0.75;
  return {
    height: side,
    draw: (canvas, y) => {
      canvas.tags.artifact(() => {
        canvas.fill([{ x, y: y + size * BASELINE - side, width: side, height: side }], color);
      });
    },
  };
}
