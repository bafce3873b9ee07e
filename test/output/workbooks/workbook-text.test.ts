import { expect, it } from 'vitest';
import { xmlText } from '../../../src/output/workbooks/workbook-text.js';

it.each([
  ['markup', 'a < b & "c" > d', 'a &lt; b &amp; &quot;c&quot; &gt; d'],
  ['what XML forbids', 'bell \u0007', 'bell _x0007_'],
  ['what looks like that', '_x0041_', '_x005F_x0041_'],
  ['half of a character', '\uD800', '\uFFFD'],
])('%s', (_, text, xml) => {
  expect(xmlText(text)).toBe(xml);
});
