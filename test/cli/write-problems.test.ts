/** `--problems FILE`: every problem of a run, whatever comes of it. */
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { main } from '../../src/cli/main.js';
import { writeInput } from '../crash/input.js';
import { temporaryFolder } from '../support/temporary-folder.js';
import { captured } from './captured.js';

interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

class Folder {
  readonly path = temporaryFolder();
  readonly input = writeInput(join(this.path, 'input'), true);
  readonly output = join(this.path, 'output');
  readonly problems = join(this.path, 'problems.csv');

  constructor() {
    mkdirSync(this.output);
  }

  /** So many orders of a merchant, each with a digit too many. */
  break(merchant: string, rows: number): void {
    const broken = Array.from(
      { length: rows },
      (_, at) => `B${merchant}${at},${merchant},S1,2026-10-12T12:00:00,1.234,CNY,A\n`,
    );
    appendFileSync(join(this.input, 'orders.csv'), broken.join(''));
  }

  async run(...words: readonly string[]): Promise<Said> {
    const io = captured({ KEFU_BILLING_NOW: '2026-11-20T09:00' });
    const folders = ['--input', this.input, '--output', this.output, '--workers', '0'];
    const status = await main(['run', '2026-10', ...folders, '--language', 'en', ...words], io);
    return { status, stdout: io.printed('stdout'), stderr: io.printed('stderr') };
  }

  /** Of problems.csv, by code. */
  written(file = this.problems): Map<string, number> {
    const rows: Record<string, string>[] = parse(readFileSync(file), { bom: true, columns: true });
    const counts = new Map<string, number>();
    for (const { code = '' } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
    return counts;
  }
}

it('where errors block every merchant nothing is published, and the file says why', async () => {
  const folder = new Folder();
  for (const merchant of ['M1', 'M2', 'M3']) folder.break(merchant, 4);
  const { status, stdout, stderr } = await folder.run('--problems', folder.problems);
  expect(status).toBe(1);
  expect(stdout).toContain('nothing is published');
  expect(existsSync(join(folder.output, '2026-10/batch-001'))).toBe(false);
  expect(folder.written().get('money-too-precise')).toBe(12);
  expect(stderr).toContain(` problems in ${folder.problems}\n`);
  expect(stderr).not.toContain('run with --problems FILE');
});

it('says how to have them in a file, where the terminal shows but the first of each kind', async () => {
  const folder = new Folder();
  for (const merchant of ['M1', 'M2', 'M3']) folder.break(merchant, 4);
  const { status, stderr } = await folder.run();
  expect(status).toBe(1);
  expect(stderr).toMatch(/to have all \d+ problems in a file, run with --problems FILE\n$/);
});

it('is written beside a batch too, and holds what problems.csv of the batch does', async () => {
  const folder = new Folder();
  folder.break('M1', 4);
  const { status } = await folder.run('--problems', folder.problems);
  expect(status).toBe(2);
  const ofBatch = join(folder.output, '2026-10/batch-001/problems.csv');
  expect(readFileSync(folder.problems, 'utf8')).toBe(readFileSync(ofBatch, 'utf8'));
});

it('that cannot be written is told, and changes nothing of the exit status', async () => {
  const folder = new Folder();
  const { status, stdout, stderr } = await folder.run('--problems', folder.path);
  expect(stderr).toContain(`the problems cannot be written to ${folder.path}: EISDIR`);
  expect(stdout).toContain('3 documents in');
  expect(status).toBe(0);
});

it('has a row for each of tens of thousands, as --json has', async () => {
  const folder = new Folder();
  folder.break('M1', 25_000);
  const { status, stdout } = await folder.run('--problems', folder.problems, '--json');
  expect(status).toBe(2);
  const { problems } = JSON.parse(stdout) as { problems: { code: string }[] };
  const told = problems.filter(({ code }) => code === 'money-too-precise').length;
  expect(told).toBe(25_000);
  expect(folder.written().get('money-too-precise')).toBe(25_000);
});
