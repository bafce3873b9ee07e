/** The logo in the letterhead. */
import { expect, it } from 'vitest';
import { isDrawable } from '../../../src/output/pdf/logo.js';
import { renderPdf } from '../../../src/output/pdf/render-pdf.js';
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

it('is drawn on the first page, as a picture without meaning', () => {
  const document = invoice([salaryLine('Agent A', 520_000n)]);
  const draw = (logo: Buffer | null): string =>
    renderPdf(document, PROVIDER, { contracts: [] }, undefined, logo).toString('latin1');
  expect(draw(OPAQUE)).toContain('/Subtype /Image');
  expect(draw(OPAQUE).trimEnd().endsWith('%%EOF')).toBe(true);
  expect(draw(null)).not.toContain('/Subtype /Image');
});

it('is a picture that can be drawn at once', () => {
  expect(isDrawable(OPAQUE)).toBe(true);
  expect(isDrawable(TRANSPARENT)).toBe(false);
  expect(isDrawable(OPAQUE.subarray(0, 40))).toBe(false);
  expect(isDrawable(Buffer.from('not a picture'))).toBe(false);
});
