/** Input that somebody writes while a run reads it: the run refuses, or bills one whole version of it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { runHere, runJob, type Ended } from './child.js';
import { ordersText, writeInput } from './input.js';
import { differences, treeOf } from './tree.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();
const TIMEOUT_MS = 180_000;
let made = 0;

type Save = (path: string, text: string) => void;

const SAVES: readonly (readonly [string, Save])[] = [
  ['rewritten in place', writeFileSync],
  [
    'replaced by a rename',
    (path, text) => {
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    },
  ],
];
const STOPS_MS = [200, 400, 800];
const ROWS = 5000;

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

interface Moved {
  readonly ended: Ended;
  readonly output: string;
  readonly input: string;
  readonly file: string;
  /** Every whole version that the file had, by its hash. */
  readonly versions: ReadonlyMap<string, string>;
}

/** Runs while `file` gets a new version every few milliseconds, until a time or until the run ends. */
async function runWhileMoving(
  file: string,
  version: (at: number) => string,
  save: Save,
  stopsAfterMs: number,
): Promise<Moved> {
  const input = writeInput(join(folder, `input-${++made}`), true);
  const output = join(folder, `output-${made}`);
  mkdirSync(output);
  const versions = new Map<string, string>();
  const write = (at: number): void => {
    const text = version(at);
    versions.set(sha256(text), text);
    save(join(input, file), text);
  };
  write(0);
  const clock = new AbortController();
  const running = runJob({ mode: 'run', input, output }).finally(() => {
    clock.abort();
  });
  const start = performance.now();
  for (let at = 1; !clock.signal.aborted && performance.now() - start < stopsAfterMs; at++) {
    write(at);
    await wait(3);
  }
  return { ended: await running, output, input, file, versions };
}

/**
 * Refused, as moving or for what stood in it half written, or the same as a run over the one version
 * that the manifest names.
 */
async function expectOneVersion({ ended, output, input, file, versions }: Moved): Promise<void> {
  expect(ended.said).not.toMatch(/^ {4}at /m);
  if (ended.status === 1) {
    expect(ended.said).toContain(file);
    expect([...treeOf(output).keys()].filter((path) => path !== '2026-10')).toEqual([]);
    return;
  }
  const manifest = JSON.parse(
    readFileSync(join(output, '2026-10/batch-001/manifest.json'), 'utf8'),
  ) as {
    inputs: { file: string; sha256: string }[];
  };
  const text = versions.get(manifest.inputs.find((one) => one.file === file)?.sha256 ?? '');
  expect(text, 'the version that the manifest names').toBeDefined();
  writeFileSync(join(input, file), text ?? '');
  const still = `${output}-still`;
  mkdirSync(still);
  const { status, said } = await runHere({ mode: 'run', input, output: still });
  expect(status, said).toBe(ended.status);
  expect(differences(treeOf(output), treeOf(still))).toEqual([]);
}

it.each(SAVES)(
  'orders.csv %s: refused, or billed as one version of it',
  async (_, save) => {
    for (const stop of STOPS_MS) {
      const version = (at: number): string => ordersText(at % 2 === 0, ROWS + at);
      await expectOneVersion(await runWhileMoving('orders.csv', version, save, stop));
    }
  },
  TIMEOUT_MS,
);

it(
  'orders.csv appended to, without end: refused',
  async () => {
    const save: Save = (path, text) => {
      writeFileSync(path, text, { flag: text.length > 2 * ROWS ? 'w' : 'a' });
    };
    const version = (at: number): string =>
      at === 0 ? ordersText(true, ROWS) : `Y${at},M1,S1,2026-10-12T12:00:00,1.00,CNY,A\n`;
    const { ended, output } = await runWhileMoving('orders.csv', version, save, 20_000);
    expect(ended.said).toContain('file-changed');
    expect(ended.status).toBe(1);
    expect([...treeOf(output)]).toEqual([]);
  },
  TIMEOUT_MS,
);

it('adjustments.csv found half written: refused, or billed whole', async () => {
  const header =
    'adjustment_id,period,merchant_id,contract_id,currency,amount,reason,approved_by\n';
  const rows = [
    'A1,2026-10,M1,,CNY,-100.00,late answer,clerk\n',
    'A2,2026-10,M2,,CNY,-200.00,late answer,clerk\n',
  ];
  const whole = header + rows.join('');
  const input = writeInput(join(folder, `input-${++made}`), true);
  const output = join(folder, `output-${made}`);
  mkdirSync(output);
  const file = 'adjustments.csv';
  writeFileSync(join(input, file), header + (rows[0] ?? ''));
  let said = '';
  const ended = runJob(
    { mode: 'run', input, output },
    {
      onSaid: (piece) => {
        said += piece;
        // The tables have been read; the writer comes to its second row.
        if (said.includes('rolling up facts')) writeFileSync(join(input, file), whole);
      },
    },
  );
  await expectOneVersion({
    ended: await ended,
    output,
    input,
    file,
    versions: new Map([[sha256(whole), whole]]),
  });
});
