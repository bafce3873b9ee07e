/** The logo in the letterhead. */
import { expect, it } from 'vitest';
import { renderPdf } from '../../../src/output/pdf/render-pdf.js';
import { pictureFault } from '../../../src/reference/picture-fault.js';
import { invoice, PROVIDER, salaryLine } from './documents.js';

/** Two pixels side by side, and the same with transparency. */
const OPAQUE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGOQUTferCYHAATBAW7op4xBAAAAAElFTkSuQmCC',
  'base64',
);
const TRANSPARENT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAEUlEQVR4nGOQUTf+v1lNrgEADCEC7Wf6OoYAAAAASUVORK5CYII=',
  'base64',
);

function drawn(logo: Buffer | null): string {
  const document = invoice([salaryLine('Agent A', 520_000n)]);
  return renderPdf(
    document,
    PROVIDER,
    { balanceBefore: null, contracts: [] },
    undefined,
    logo,
  ).toString('latin1');
}

it('is drawn on the first page, as a picture without meaning', () => {
  expect(drawn(OPAQUE)).toContain('/Subtype /Image');
  expect(drawn(OPAQUE).trimEnd().endsWith('%%EOF')).toBe(true);
  expect(drawn(null)).not.toContain('/Subtype /Image');
});

it('is a picture that can be drawn at once', () => {
  expect(pictureFault(OPAQUE)).toBeNull();
  expect(pictureFault(TRANSPARENT)).toBe('transparent');
  expect(pictureFault(OPAQUE.subarray(0, 40))).toBe('cut_off');
  expect(pictureFault(Buffer.from('not a picture'))).toBe('not_a_picture');
});
