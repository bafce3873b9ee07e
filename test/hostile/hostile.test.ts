/** Names, ids, paths and sizes that are meant to do harm. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/run/run-result.js';
import { bill } from '../run/run-demo.js';
import { MONTH, writeMonth } from './input.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let ground: string;
let input: string;
let output: string;

beforeEach(() => {
  ground = temporaryFolder();
  input = writeMonth(join(ground, 'input'));
  output = join(ground, 'output');
  mkdirSync(output);
});

function goodText(file: string): string {
  return MONTH.get(file)?.toString() ?? '';
}

/** The month with one merchant by another id, in every file. */
function renameMerchant(from: string, to: string): void {
  for (const [file, bytes] of MONTH) {
    const cell = `"${to.replaceAll('"', '""')}"`;
    const text = bytes.toString().replace(new RegExp(`(?<=^|,)${from}(?=,)`, 'gm'), cell);
    if (file.endsWith('.csv')) writeFileSync(join(input, file), text);
  }
}

function codesOf({ problems }: RunResult): string[] {
  return [...new Set(problems.map(({ code }) => code))];
}

function published(): string[] {
  return readdirSync(output, { recursive: true, encoding: 'utf8' });
}

describe('ids', () => {
  it.each([
    '../../../escaped',
    '/etc/escaped',
    'a\\..\\escaped',
    '..',
    'CON',
    "M'; DROP TABLE orders; --",
    '\u202Eesrever\u2066',
    '*?[1]{a,b}',
    '客'.repeat(200),
  ])('%j becomes a file name inside the batch', async (id) => {
    renameMerchant('M1', id);
    const result = await bill(input, output);
    expect(result.status).toBe('published');
    expect(result.documents.map(({ merchantId }) => merchantId)).toContain(id);
    // Nothing beside the input and the output, and one statement, of the one merchant with orders.
    expect(readdirSync(ground).sort()).toEqual(['input', 'output']);
    const statements = readdirSync(join(output, '2026-10/batch-001/statements'));
    expect(statements).toHaveLength(1);
    expect(published().filter((path) => /[\\*?\p{Cc}\p{Cf}]/u.test(path))).toEqual([]);
  });

  it.each([`a${'x'.repeat(300)}`, 'a\u0001b', 'a\tb', 'a\nb'])('%j is no id', async (id) => {
    renameMerchant('M1', id);
    const result = await bill(input, output);
    expect(codesOf(result)).toContain('id-malformed');
    expect(result.status).toBe('refused');
  });
});

it('publishes names that turn the text round, join emoji or begin a formula', async () => {
  const formula = '=HYPERLINK(""http://x.example"")';
  const names = [formula, '\u202Eשלום\u202C', '👩‍👩‍👧‍👦 店'];
  let text = goodText('merchants.csv');
  for (const [at, old] of ['Lotus Home', '云栖茶事', 'Pine Shoes'].entries()) {
    text = text.replace(old, `"${names[at] ?? ''}"`);
  }
  writeFileSync(join(input, 'merchants.csv'), text);
  const result = await bill(input, output);
  expect(result.status).toBe('published');
  expect(result.documents).toHaveLength(5);
  const invoices = readFileSync(join(output, '2026-10/batch-001/invoices.csv'), 'utf8');
  expect(invoices).toContain("'=HYPERLINK");
  expect(invoices).not.toMatch(/(^|,)"?=/m);
});

describe('sizes', () => {
  it.each(['merchants.csv', 'orders.csv'])('a header of 100,000 columns in %s', async (file) => {
    const more = Array.from({ length: 100_000 }, (_, at) => `c${at}`).join();
    const [header = '', ...rows] = goodText(file).split('\n');
    writeFileSync(join(input, file), [`${header},${more}`, ...rows].join('\n'));
    const result = await bill(input, output);
    expect(result.status).toBe('refused');
    expect(codesOf(result)).toContain('column-unknown');
  });

  it.each(['merchants.csv', 'orders.csv', 'orders.csv.gz'])(
    'a line of 20 MB in %s',
    async (file) => {
      const plain = file.replace('.gz', '');
      const text = `${goodText(plain)}${'x'.repeat(20_000_000)}\n`;
      rmSync(join(input, plain));
      writeFileSync(join(input, file), file === plain ? text : gzipSync(text));
      const result = await bill(input, output);
      expect(result.status).toBe('refused');
      expect(result.problems.map((found) => found.file)).toContain(file);
      expect(published()).toEqual([]);
    },
  );

  it('300 MB of one line in 300 kB', async () => {
    rmSync(join(input, 'orders.csv'));
    const bomb = gzipSync(Buffer.alloc(300_000_000, 'x'), { level: 1 });
    writeFileSync(join(input, 'orders.csv.gz'), bomb);
    const result = await bill(input, output);
    expect(result.status).toBe('refused');
    expect(result.problems.map((found) => found.file)).toContain('orders.csv.gz');
  });
});

describe('paths', () => {
  it('SQL and glob characters in the names of parts are read literally', async () => {
    const plain = await bill(input, output, { mode: 'dry-run' });
    mkdirSync(join(input, 'orders'));
    const [header = '', ...rows] = goodText('orders.csv').trimEnd().split('\n');
    const parts = ["x'; DROP TABLE--.csv", '[1]*.csv', '{a,b}?.csv'];
    for (const [at, part] of parts.entries()) {
      writeFileSync(join(input, 'orders', part), `${header}\n${rows[at] ?? ''}\n`);
    }
    rmSync(join(input, 'orders.csv'));
    const result = await bill(input, output, { mode: 'dry-run' });
    expect(result.documents).toEqual(plain.documents);
  });

  it.each(["it's", 'a "b"', '*?', '[1]', '{a,b}'])(
    'input and output in a folder %j',
    async (name) => {
      const plain = await bill(input, output, { mode: 'dry-run' });
      const folder = join(ground, name);
      mkdirSync(folder);
      renameSync(input, join(folder, 'input'));
      renameSync(output, join(folder, 'output'));
      // Were the name a pattern, these would be read too.
      for (const other of ['1', 'a', 'b']) mkdirSync(join(ground, other), { recursive: true });
      const result = await bill(join(folder, 'input'), join(folder, 'output'));
      expect(result.status).toBe('published');
      expect(result.documents).toEqual(plain.documents);
    },
  );
});
