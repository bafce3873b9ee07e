/** The commands. Heavy modules are loaded when a command needs them. */
import { resolve } from 'node:path';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { parseLocalDate, type LocalDate } from '../period/local-date.js';
import { parsePeriod, type Period } from '../period/period.js';
import { FINANCE_PROFILES, type FinanceProfileName } from '../reference/finance-profiles.js';
import type { RunRequest } from '../run/run-request.js';
import { VERSION } from '../run/version.js';
import { now, wrongClock } from './clock.js';
import type { ExplainOptions } from './explain.js';
import type { FinanceOptions } from './finance.js';
import type { ScheduleOptions } from './schedule.js';
import type { Surroundings } from './surroundings.js';

const WRONG_USAGE = 64;

interface Options {
  readonly input: string;
  readonly output: string;
  readonly issueDate?: LocalDate;
  readonly strict?: boolean;
  readonly acceptRejected?: number;
  readonly confirmCancellations?: number;
  readonly reissue?: readonly string[];
  readonly workers?: number;
  readonly memory?: string;
  readonly finance?: FinanceProfileName[];
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

function period(text: string): Period {
  const parsed = parsePeriod(text);
  if (parsed === undefined) throw new InvalidArgumentError('a period is written as YYYY-MM.');
  return parsed;
}

function issueDate(text: string): LocalDate {
  const parsed = parseLocalDate(text);
  if (parsed === undefined || parsePeriod(text.slice(0, 7)) === undefined)
    throw new InvalidArgumentError('a date is written as YYYY-MM-DD.');
  return parsed;
}

function count(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('it takes a whole number.');
  return Number(text);
}

function financeProfiles(text: string): FinanceProfileName[] {
  return text.split(',').map((name) => {
    const known = FINANCE_PROFILES.find((profile) => profile === name.trim());
    if (known === undefined)
      throw new InvalidArgumentError(`${name} is none of ${FINANCE_PROFILES.join(', ')}.`);
    return known;
  });
}

function memorySize(text: string): string {
  if (!/^\d{1,6}(MB|GB)$/.test(text))
    throw new InvalidArgumentError('a size is written as 500MB or 4GB.');
  return text;
}

function common(command: Command): Command {
  return command
    .argument('[period]', 'the month, as YYYY-MM', period)
    .option('--input <dir>', 'the input folder', 'input')
    .option('--output <dir>', 'the output folder, which exists', 'output')
    .option('--issue-date <date>', 'the date on the documents (default: today)', issueDate)
    .option('--strict', 'publish nothing where any merchant is blocked')
    .option('--accept-rejected <n>', 'publish although up to n rows cannot be read', count)
    .option('--memory <size>', 'what the facts may take in memory (default: 2GB)', memorySize)
    .option('--workers <n>', 'threads that render, 0 for none beside the main one', count)
    .option('--finance <profiles>', `write for ${FINANCE_PROFILES.join(',')}`, financeProfiles)
    .option('--json', 'print the result as JSON')
    .option('--quiet', 'print the errors and the summary alone');
}

function addPublishingOptions(command: Command): void {
  command
    .option('--reissue <merchant...>', 'cancel and issue anew although nothing changed')
    .option('--dry-run', 'show what would be issued, cancelled and left, and publish nothing')
    .option('--confirm-cancellations <n>', 'cancel up to n documents without replacement', count);
}

async function bill(
  mode: RunRequest['mode'],
  chosen: Period | undefined,
  options: Options,
  { stdout, stderr, env }: Surroundings,
): Promise<number> {
  const { runBilling } = await import('../run/billing-run.js');
  const { spanToPreview, spanToPublish } = await import('../run/choose-span.js');
  const { exitStatusOf, reportText, resultJson } = await import('./report.js');
  const { problemsText } = await import('./problems-text.js');
  const { createProgress } = await import('./progress.js');
  const progress = createProgress(stderr, options.quiet ?? false);
  const result = await runBilling({
    mode,
    input: options.input,
    output: options.output,
    strict: options.strict ?? false,
    acceptRejected: options.acceptRejected ?? 0,
    confirmCancellations: options.confirmCancellations ?? 0,
    reissued: new Set(options.reissue ?? []),
    workers: options.workers ?? null,
    memory: options.memory,
    finance: options.finance ?? null,
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
  const shown = result.problems.filter(({ severity }) => !options.quiet || severity === 'error');
  const isWritten = result.status === 'published';
  if (!options.json) stderr.write(problemsText(shown, isWritten));
  stdout.write(
    options.json ? resultJson(result) : reportText(result, options.output, options.quiet ?? false),
  );
  return exitStatusOf(result);
}

/** Takes the exit status that a command ends with. */
type End = (status: number) => void;

function addExplain(root: Command, io: Surroundings, end: End): void {
  root
    .command('explain')
    .description('say how each line of a document came about, from what was published')
    .argument('[number]', 'the number of a document')
    .option('--line <n>', 'only this line', count)
    .option('--input <dir>', 'show the rows of this input folder behind each line')
    .option('--rows <n>', 'show the first n rows of each kind', count, 20)
    .option('--merchant <id>', 'price this merchant from the input, without publishing')
    .option('--period <period>', 'the month of --merchant, as YYYY-MM', period)
    .addOption(new Option('--language <language>').choices(['zh', 'en']))
    .option('--output <dir>', 'the output folder', 'output')
    .option('--json', 'print the result as JSON')
    .action(async (number: string | undefined, options: ExplainOptions, command: Command) => {
      const { explain, wrongUsage } = await import('./explain.js');
      const wrong = wrongUsage(number, options);
      if (wrong !== null) command.error(wrong);
      end(await explain(number, options, io));
    });
}

function addFinance(root: Command, io: Surroundings, end: End): void {
  root
    .command('finance')
    .description('write the files for the books of a batch that is already published')
    .argument('<period>', 'the month, as YYYY-MM', period)
    .argument('<batch>', 'the number of the batch, such as 1', count)
    .option('--finance <profiles>', `write for ${FINANCE_PROFILES.join(',')}`, financeProfiles)
    .option('--input <dir>', 'the input folder, with finance.json', 'input')
    .option('--output <dir>', 'the output folder', 'output')
    .option('--into <dir>', 'the folder to make (default: finance/ of the output folder)')
    .option('--json', 'print the result as JSON')
    .action(async (chosen: Period, batch: number, options: FinanceOptions, command: Command) => {
      const { finance, wrongFolder } = await import('./finance.js');
      const wrong = wrongFolder(options);
      if (wrong !== null) command.error(wrong);
      end(await finance(chosen.id, batch, options, io));
    });
}

function program(io: Surroundings, end: End): Command {
  const root = new Command('kefu-billing')
    .description(
      'Bills hosted customer service by the month: facts and contracts in, invoices out.',
    )
    .version(VERSION)
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .exitOverride();
  const add = (name: string, description: string, mode: RunRequest['mode']): void => {
    const command = common(root.command(name).description(description));
    if (mode === 'publish') addPublishingOptions(command);
    command.action(async (chosen: Period | undefined, options: Options) => {
      if (resolve(options.input) === resolve(options.output))
        command.error('error: --output names the input folder; what is published needs its own');
      end(await bill(options.dryRun ? 'dry-run' : mode, chosen, options, io));
    });
  };
  add('run', 'publish a period (default: the last full month)', 'publish');
  add('preview', 'price a period without issuing (default: the current month to date)', 'preview');
  add('check', 'only read and report problems (default: the last full month)', 'check');
  root
    .command('verify')
    .description('check hashes, chain, control totals and numbers of what was published')
    .argument('[period]', 'the month, as YYYY-MM (default: all)', period)
    .option('--output <dir>', 'the output folder', 'output')
    .option('--json', 'print the result as JSON')
    .action(async (chosen: Period | undefined, options: { output: string; json?: boolean }) => {
      const { verify } = await import('./verify.js');
      end(await verify(chosen?.id ?? null, options, io));
    });
  addExplain(root, io, end);
  addFinance(root, io, end);
  root
    .command('schedule')
    .description('stay up: a nightly preview, and each month once its settlement window has closed')
    .option('--input <dir>', 'the input folder', 'input')
    .option('--output <dir>', 'the output folder, which exists', 'output')
    .option('--nightly <cron>', 'when to preview', '0 2 * * *')
    .option('--monthly <cron>', 'when to look for a month that is due', '0 3 * * *')
    .option('--health <file>', 'a file that holds the last event, for a supervisor')
    .action(async (options: ScheduleOptions) => {
      const { stayUp } = await import('./schedule.js');
      const job = { input: options.input, output: options.output, quiet: true };
      const commands = {
        preview: () => bill('preview', undefined, job, io),
        publish: (due: Period) => bill('publish', due, job, io),
      };
      end(await stayUp(options, commands, io));
    });
  root
    .command('init')
    .description('write a starting input folder')
    .option('--input <dir>', 'the folder to write', 'input')
    .option('--from-export <file>', "write a first sources.json from a platform export's header")
    .action(async ({ input, fromExport }: { input: string; fromExport?: string }) => {
      if (fromExport !== undefined) {
        const { writeFirstMapping } = await import('./init-from-export.js');
        end(await writeFirstMapping(input, fromExport, io));
        return;
      }
      const { writeStartingFolder } = await import('./init.js');
      end(await writeStartingFolder(input, io));
    });
  return root;
}

/** Performs the command that the words behind the program's name say; its exit status. */
export async function main(argv: readonly string[], io: Surroundings): Promise<number> {
  let status = 0;
  const root = program(io, (ended) => {
    status = ended;
  });
  try {
    const wrong = wrongClock(io.env);
    if (wrong !== null) root.error(`error: ${wrong}`);
    await root.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : WRONG_USAGE;
  }
}
