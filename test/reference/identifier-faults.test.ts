import { describe, expect, it } from 'vitest';
import { identifierFault } from '../../src/reference/identifier-faults.js';

describe('an identifier has the shape and the check digit of its scheme', () => {
  it.each([
    // 3 × (5 + 6 + 4 + 0 + 0 + 7) + (0 + 3 + 0 + 0 + 9 + 5) = 83, and 83 + 7 = 90
    ['0088', '5790000436057', '5790000436058', '579000043605'],
    // from the right, every second doubled, digit by digit: 0 + 9 + 7 + 1 + 2 + 2 + 0 + 3 + 5 + 1 = 30
    ['0007', '5560125790', '5560125791', '556012579'],
    // 4031707 = 41563 × 97 + 96, and 97 − 96 = 01
    ['0208', '0403170701', '0403170702', '403170701'],
    // from the right: 7×2 + 6×3 + 0×4 + 6×5 + 7×6 + 4×7 + 7×2 + 9×3 = 173 = 15 × 11 + 8, and 11 − 8 = 3
    ['0192', '974760673', '974760674', '97476067'],
    // (5−1)×10 + 1×1 + 8×3 + 2×5 + 4×7 + 7×9 + 5×11 + 3×13 + 5×15 + 5×17 + 6×19 = 534 = 6 × 89
    ['0151', '51824753556', '51824753557', '5182475355'],
    // from the right, as above: 7 + 1 + 1 + 0 + 1 + 2 + 3 + 8 + 7 + 0 + 0 = 30
    ['0211', 'IT00743110157', 'IT00743110158', 'IT0074311015'],
  ])('%s: %s, and neither %s nor %s', (scheme, sound, wrongDigit, wrongShape) => {
    expect(identifierFault(scheme, sound)).toBeNull();
    expect(identifierFault(scheme, wrongDigit)).toBe('check-digit');
    expect(identifierFault(scheme, wrongShape)).toBe('shape');
  });

  it.each([
    ['0106', '12345678', '1234567'],
    ['0184', 'DK12345678', 'SE12345678'],
    ['0201', 'UFE0TB', 'UFE0T'],
    ['0210', 'RSSMRA80A01H501U', 'RSSMRA80A01H501'],
    ['0210', '12345678901', '1234567890'],
  ])('%s: %s, and not %s', (scheme, sound, wrongShape) => {
    expect(identifierFault(scheme, sound)).toBeNull();
    expect(identifierFault(scheme, wrongShape)).toBe('shape');
  });

  it('a scheme without rules takes anything', () => {
    expect(identifierFault('0060', 'x')).toBeNull();
    expect(identifierFault('', 'x')).toBeNull();
  });
});
