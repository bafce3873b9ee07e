/** The profile, read back as ISO 15076-1 has it. */
import { expect, it } from 'vitest';
import { colourProfile } from '../../../../src/output/pdf/engine/colour-profile.js';

const profile = colourProfile();

/** The value of a tag, without its type. */
function valueOf(tag: string): { readonly type: string; readonly value: Buffer } {
  const count = profile.readUInt32BE(128);
  for (let at = 0; at < count; at++) {
    const entry = 132 + at * 12;
    if (profile.toString('latin1', entry, entry + 4) !== tag) continue;
    const offset = profile.readUInt32BE(entry + 4);
    expect(offset % 4).toBe(0);
    const value = profile.subarray(offset, offset + profile.readUInt32BE(entry + 8));
    return { type: value.toString('latin1', 0, 4), value: value.subarray(8) };
  }
  throw new Error(`${tag} is missing`);
}

/** Numbers of 16 bits before and 16 behind the point. */
function fixed(value: Buffer): number[] {
  return Array.from({ length: value.length / 4 }, (_, at) => value.readInt32BE(at * 4) / 0x10000);
}

it('is a profile of a display in RGB, as long as it says', () => {
  expect(profile.readUInt32BE(0)).toBe(profile.length);
  expect(profile.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(profile.toString('latin1', 36, 40)).toBe('acsp');
});

it('red, green and blue make white', () => {
  const parts = ['rXYZ', 'gXYZ', 'bXYZ'].map((tag) => fixed(valueOf(tag).value));
  const white = fixed(valueOf('wtpt').value);
  for (const [at, of] of white.entries()) {
    const sum = parts.reduce((total, part) => total + (part[at] ?? NaN), 0);
    expect(sum).toBeCloseTo(of, 3);
  }
});

it.each(['rTRC', 'gTRC', 'bTRC'])('%s is the curve of sRGB', (tag) => {
  const { type, value } = valueOf(tag);
  expect([type, value.readUInt16BE(0)]).toEqual(['para', 3]);
  const [gamma = NaN, a = NaN, b = NaN, c = NaN, d = NaN] = fixed(value.subarray(4));
  const light = (x: number): number => (x >= d ? (a * x + b) ** gamma : c * x);
  // Half of the code is a fifth of the light: ((0.5 + 0.055) / 1.055) ^ 2.4 = 0.2140; and 0.02 / 12.92 = 0.00155.
  expect(light(1)).toBeCloseTo(1, 3);
  expect(light(0.5)).toBeCloseTo(0.214, 3);
  expect(light(0.02)).toBeCloseTo(0.00155, 4);
});
