import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headOf } from '../../../src/facts/files/head-of.js';
import { encodingOf } from '../../../src/reference/text-encoding.js';

const MEBIBYTE = 1 << 20;

describe('the head of a long text in UTF-8', () => {
  it.each([0, 1, 2, 3])('ends with a whole character: %i bytes before it', async (before) => {
    // 旗 is three bytes; the first mebibyte ends within one of them unless the bytes before it fit
    const text = 'a'.repeat(before) + '旗'.repeat(MEBIBYTE / 2);
    const path = join(await mkdtemp(join(tmpdir(), 'head-of-')), 'orders.csv');
    await writeFile(path, text);
    const head = await headOf(path, 'none');
    const whole = before + Math.floor((MEBIBYTE - before) / 3) * 3;
    expect(head.length).toBe(whole);
    expect(encodingOf(head)).toBe('utf-8');
  });
});
