/**
 * The scenarios as billed: each once in a run of all tests, by whoever asks first. What lies in them
 * is only read; a test that goes on from there copies it.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import { inject } from 'vitest';
import { layScenario } from '../../fixtures/scenario.js';
import type { RunResult } from '../../src/run/run-result.js';
import { bill } from '../run/run-demo.js';

export interface Billed {
  readonly input: string;
  readonly output: string;
  readonly result: Pick<RunResult, 'status' | 'period' | 'batch' | 'documents' | 'problems'>;
}

const POLL_MS = 20;

/** Such as `plans/discount`, or `demo`. */
export async function billed(scenario: string): Promise<Billed> {
  const folder = join(inject('testFolder'), 'billed', scenario);
  const result = join(folder, 'result');
  if (!existsSync(result)) await alone(`${folder}.busy`, () => billOnce(scenario, folder));
  return {
    input: join(folder, 'input'),
    output: join(folder, 'output'),
    result: deserialize(readFileSync(result)) as Billed['result'],
  };
}

async function billOnce(scenario: string, folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const work = `${folder}.work`;
  const [input, output] = [join(work, 'input'), join(work, 'output')];
  mkdirSync(output, { recursive: true });
  layScenario(scenario, input);
  const { status, period, batch, documents, problems } = await bill(input, output);
  writeFileSync(
    join(work, 'result'),
    serialize({ status, period, batch, documents, problems } satisfies Billed['result']),
  );
  renameSync(work, folder);
}

/** Whoever makes the folder works; the others wait until it is gone. */
async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  mkdirSync(join(lock, '..'), { recursive: true });
  while (!isMade(lock)) await setTimeout(POLL_MS);
  try {
    await work();
  } finally {
    rmdirSync(lock);
  }
}

function isMade(folder: string): boolean {
  try {
    mkdirSync(folder);
    return true;
  } catch {
    return false;
  }
}
