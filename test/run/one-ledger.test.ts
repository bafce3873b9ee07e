/** An output folder holds one ledger of one provider, whose tip is known: nothing is published on top of any other. */
import { cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeHead } from '../../src/ledger/head.js';
import { verifyLedger } from '../../src/ledger/verify-ledger.js';
import type { Manifest } from '../../src/ledger/manifest.js';
import type { RunResult } from '../../src/run/run-result.js';
import { Months } from '../support/months.js';

function codes({ status, problems }: RunResult): unknown {
  const found = problems.filter(({ severity }) => severity === 'error');
  return [status, ...found.map(({ code, file }) => `${code} ${file}`)];
}

function manifestOf(months: Months, place: string): Manifest {
  return JSON.parse(readFileSync(join(months.output, place, 'manifest.json'), 'utf8')) as Manifest;
}

async function twoMonths(): Promise<Months> {
  const months = new Months();
  await months.publish('2026-09');
  await months.publish('2026-10');
  return months;
}

describe('a month before the first', () => {
  it('goes on with the ledger, and verify finds all as published', async () => {
    const months = new Months();
    await months.publish('2026-10');
    const september = await months.publish('2026-09');
    expect([september.status, september.startedLedger]).toEqual(['published', null]);
    const { ledger } = manifestOf(months, '2026-10/batch-001');
    expect(manifestOf(months, '2026-09/batch-001').ledger).toBe(ledger);
    expect((await verifyLedger(months.output, null)).problems).toEqual([]);
  });

  it('keeps to the settlement days of the later one', async () => {
    const months = new Months();
    await months.publish('2026-10');
    months.edit('provider.json', '"language"', '"settlement_days": 7, "language"');
    expect(codes(await months.publish('2026-09'))).toEqual([
      'refused',
      'settings-changed provider.json',
    ]);
  });
});

it('the input of another provider is refused', async () => {
  const months = new Months();
  await months.publish('2026-09');
  months.edit('provider.json', '"tax_id": "1"', '"tax_id": "2"');
  expect(codes(await months.publish('2026-10'))).toEqual([
    'refused',
    'settings-changed provider.json',
  ]);
});

describe('refused before anything is compared', () => {
  const losses: [string, (output: string) => void, string][] = [
    [
      'a newest batch that is gone',
      (output) => {
        rmSync(join(output, '2026-10/batch-001'), { recursive: true });
      },
      '2026-10/batch-001',
    ],
    [
      'a newest manifest that was changed',
      (output) => {
        const file = join(output, '2026-10/batch-001/manifest.json');
        writeFileSync(file, readFileSync(file, 'utf8').replace('"batch": 1', '"batch":  1'));
      },
      '2026-10/batch-001',
    ],
    [
      'a month that was copied to another',
      (output) => {
        cpSync(join(output, '2026-10'), join(output, '2026-11'), { recursive: true });
      },
      '2026-11/batch-001',
    ],
    [
      'a month under the name of another',
      (output) => {
        renameSync(join(output, '2026-10'), join(output, '2026-11'));
      },
      '2026-11/batch-001',
    ],
    [
      'a HEAD that is gone',
      (output) => {
        rmSync(join(output, 'HEAD'));
      },
      'HEAD',
    ],
  ];

  it.each(losses)('%s', async (_, lose, place) => {
    const months = await twoMonths();
    lose(months.output);
    const again = await months.publish('2026-12');
    expect(again.status).toBe('refused');
    expect(again.problems.map(({ code, file }) => `${code} ${file}`)).toContain(
      `ledger-broken ${place}`,
    );
    expect(existsSync(join(months.output, '2026-12'))).toBe(false);
  });
});

describe('HEAD', () => {
  it('names every batch, and its tip is what the run says', async () => {
    const months = new Months();
    const { tip } = await months.publish('2026-09');
    expect(JSON.parse(readFileSync(join(months.output, 'HEAD'), 'utf8'))).toMatchObject({ tip });
    expect((await verifyLedger(months.output, null, tip)).problems).toEqual([]);
  });

  it('that is behind, since a run died after its commit, loses no batch and is brought up', async () => {
    const months = new Months();
    await months.publish('2026-09');
    const behind = readFileSync(join(months.output, 'HEAD'));
    const { tip } = await months.publish('2026-10');
    writeFileSync(join(months.output, 'HEAD'), behind);
    expect((await verifyLedger(months.output, null)).problems).toEqual([]);
    expect((await months.publish('2026-10')).status).toBe('unchanged');
    expect(JSON.parse(readFileSync(join(months.output, 'HEAD'), 'utf8'))).toMatchObject({ tip });
  });

  it('of a run that died before its commit is gone on with', async () => {
    const months = new Months();
    writeFileSync(
      join(months.output, 'HEAD'),
      JSON.stringify({ ledger: 'begun', tip: '', periods: {} }),
    );
    expect((await months.publish('2026-09')).status).toBe('published');
    expect(manifestOf(months, '2026-09/batch-001').ledger).toBe('begun');
  });

  it('is made anew from the batches', async () => {
    const months = await twoMonths();
    const before = readFileSync(join(months.output, 'HEAD'), 'utf8');
    rmSync(join(months.output, 'HEAD'));
    await writeHead(months.output);
    expect(readFileSync(join(months.output, 'HEAD'), 'utf8')).toBe(before);
  });
});

it('of two runs of different months into an empty folder, one starts the ledger', async () => {
  const months = new Months();
  const ended = await Promise.all([months.publish('2026-09'), months.publish('2026-10')]);
  const published = ended.filter(({ status }) => status === 'published');
  expect(published.filter(({ startedLedger }) => startedLedger !== null)).toHaveLength(1);
  for (const one of ended.filter(({ status }) => status !== 'published'))
    expect(codes(one)).toMatchObject(['refused', expect.stringContaining('batch-taken')]);
  expect((await verifyLedger(months.output, null)).problems).toEqual([]);
});

it('where errors block everybody, nothing is published', async () => {
  const months = new Months();
  months.edit('orders.csv', '2026-09-05', '2026-09-31');
  expect((await months.publish('2026-09')).status).toBe('refused');
});
