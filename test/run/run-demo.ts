/** Bills a month of some input folder, at a fixed time. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { localDate } from '../../src/period/local-date.js';
import { parsePeriod } from '../../src/period/period.js';
import { runBilling } from '../../src/run/billing-run.js';
import { spanToPublish } from '../../src/run/choose-span.js';
import type { RunRequest, RunResult } from '../../src/run/run-request.js';

export const DEMO = join(import.meta.dirname, '../../fixtures/demo/input');

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kefu-billing-test-'));
}

export function bill(
  input: string,
  output: string,
  options: Partial<RunRequest> = {},
): Promise<RunResult> {
  return runBilling({
    mode: 'publish',
    input,
    output,
    strict: false,
    acceptRejected: 0,
    confirmCancellations: 0,
    progress: () => undefined,
    spanOf: ({ timeZone, settlementDays }) =>
      spanToPublish(
        DateTime.fromISO('2026-11-20T09:00', { zone: timeZone }),
        parsePeriod('2026-10') ?? null,
        localDate('2026-11-20'),
        settlementDays,
      ),
    ...options,
  });
}
