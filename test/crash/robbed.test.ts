/** Somebody removes the staging folder of a live run: a container beside it, or a job that clears up. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.js';
import { runJob, verify } from './child.js';
import { callsIn } from './dead-staging.js';
import { writeInput } from './input.js';

const TIMEOUT_MS = 120_000;
const MOMENTS = 6;

it(
  'publishes nothing, and says so, whenever its staging folder is taken away',
  async () => {
    const folder = temporaryFolder();
    const input = writeInput(join(folder, 'input'), true);
    const traced = join(folder, 'traced');
    mkdirSync(traced);
    const calls = await callsIn({ mode: 'run', input, output: traced });
    const first = calls.findIndex(
      ({ name, path }) => name === 'mkdir' && path.includes('.staging-'),
    );
    const commit = calls.findIndex(
      ({ name, path }) => name === 'rename' && path.includes('.staging-'),
    );
    expect(commit).toBeGreaterThan(first + MOMENTS);
    for (let moment = 1; moment <= MOMENTS; moment++) {
      const output = join(folder, `output-${moment}`);
      mkdirSync(output);
      const at = Math.ceil(((commit - first) * moment) / MOMENTS);
      const hook = { CRASH_ROB: String(at) };
      const { status, said } = await runJob({ mode: 'run', input, output }, { hook });
      expect(said, `call ${at} with a staging folder`).toContain(
        'somebody changed or removed what was being written',
      );
      expect(status).toBe(1);
      expect(existsSync(join(output, '2026-10/batch-001'))).toBe(false);
      expect(await verify(output)).not.toMatchObject({ status: 2 });
    }
  },
  TIMEOUT_MS,
);
