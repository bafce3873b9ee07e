/** The commands that price a period: run, preview and check. */
import type { DatedTable } from '../facts/dated-tables.js';
import { countProblems } from '../problem.js';
import type { LocalDate } from '../period/local-date.js';
import type { Period } from '../period/period.js';
import type { QueueAddress } from '../output/queue/queue-address.js';
import type { FinanceProfileName } from '../reference/finance-profiles.js';
import { runBilling } from '../run/billing-run.js';
import { spanToPreview, spanToPublish } from '../run/choose-span.js';
import type { RunRequest } from '../run/run-request.js';
import type { Spoken } from '../words/language.js';
import { clockSet, now } from './clock.js';
import { missingCodes } from './missing-codes.js';
import type { Conversation } from './conversation.js';
import { areCut, problemsText, warningsByCode, warningsText } from './problems-text.js';
import { createProgress } from './progress.js';
import { exitStatusOf, reportText, resultJson } from './report.js';
import { writeProblems } from './write-problems.js';

export interface BillingOptions {
  readonly input: string;
  readonly output: string;
  readonly language?: Spoken;
  readonly issueDate?: LocalDate;
  readonly strict?: boolean;
  readonly acceptRejected?: number;
  readonly acceptIncomplete?: readonly DatedTable[];
  readonly confirmRevisions?: number;
  readonly confirmCancellations?: number;
  readonly reissue?: readonly string[];
  readonly workers?: number;
  readonly queue?: QueueAddress;
  readonly memory?: string;
  readonly partitioned?: boolean;
  readonly finance?: FinanceProfileName[];
  readonly workbooks?: boolean;
  readonly dryRun?: boolean;
  /** A file that takes all problems, whatever comes of the run. */
  readonly problems?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  /** Whether the schedule runs it, and nobody reads along. */
  readonly isUnattended?: boolean;
}

export interface Billed {
  /** The exit status. */
  readonly status: number;
  /** How many warnings there were, by code. */
  readonly warnings: Readonly<Record<string, number>>;
}

export async function bill(
  mode: RunRequest['mode'],
  chosen: Period | undefined,
  options: BillingOptions,
  talk: Conversation,
): Promise<Billed> {
  const { stdout, stderr, env } = talk;
  const progress = await createProgress(talk, options.quiet ?? false);
  const result = await runBilling({
    mode,
    input: options.input,
    output: options.output,
    strict: options.strict ?? false,
    acceptRejected: options.acceptRejected ?? 0,
    acceptIncomplete: new Set(options.acceptIncomplete ?? []),
    isUnattended: options.isUnattended ?? false,
    confirmRevisions: options.confirmRevisions ?? 0,
    confirmCancellations: options.confirmCancellations ?? 0,
    reissued: new Set(options.reissue ?? []),
    workers: options.workers ?? null,
    // a dry run writes nothing, and asks nobody
    queue: mode === 'dry-run' ? undefined : options.queue,
    memory: options.memory,
    isPartitioned: options.partitioned,
    finance: options.finance ?? null,
    language: options.language,
    clock: clockSet(env),
    workbooks: options.workbooks,
    progress: progress.step,
    spanOf: ({ timeZone, settlementDays }) =>
      mode === 'preview'
        ? spanToPreview(now(env, timeZone), chosen ?? null)
        : spanToPublish(
            now(env, timeZone),
            chosen ?? null,
            options.issueDate ?? null,
            settlementDays,
          ),
  });
  progress.stop();
  const shown = result.problems.filter(
    ({ severity, code }) =>
      !options.quiet || severity === 'error' || code === 'published-month-differs',
  );
  const isWritten = result.status === 'published';
  const warnings = warningsByCode(result.problems);
  if (!options.json) {
    stderr.write(problemsText(shown, talk.language, isWritten, result.seen));
    if (!isWritten && options.problems === undefined && areCut(shown))
      stderr.write(`${talk.words.problemList.toFile(countProblems(result.problems))}\n`);
    const missing = missingCodes(result.problems);
    if (missing !== null) stderr.write(talk.words.problemList.missingCodes(missing));
  }
  // nobody is told the warnings themselves, but how many there are; the schedule says so in its log
  if (options.quiet && !options.json && !options.isUnattended)
    stderr.write(warningsText(result.problems, shown, talk.language));
  if (options.json)
    for (const piece of resultJson(result, talk.language, clockSet(env))) stdout.write(piece);
  else stdout.write(reportText(result, options.output, options.quiet ?? false, talk.words.results));
  if (options.problems !== undefined) await writeProblems(options.problems, result.problems, talk);
  return { status: exitStatusOf(result), warnings };
}
