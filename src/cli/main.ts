/** The commands. Heavy modules are loaded when a command needs them. */
import { resolve } from 'node:path';
import { CommanderError, Option, type Command } from 'commander';
import type { LocalDate } from '../period/local-date.js';
import type { Period } from '../period/period.js';
import { FINANCE_PROFILES, type FinanceProfileName } from '../reference/finance-profiles.js';
import type { RunRequest } from '../run/run-request.js';
import type { Spoken } from '../words/language.js';
import { addAccount } from './account-command.js';
import { addCompare } from './compare-command.js';
import { now, wrongClock } from './clock.js';
import { conversationIn, type Conversation } from './conversation.js';
import type { ExplainOptions } from './explain.js';
import type { FinanceOptions } from './finance.js';
import { followOutput } from './follow-output.js';
import { inOrder } from './in-order.js';
import { addLedgerCommands } from './ledger-commands.js';
import { DEFAULT_INPUT, languageOf } from './language.js';
import { optionParsers, type OptionParsers } from './option-parsers.js';
import type { ScheduleOptions } from './schedule.js';
import { DEFAULT_OUTPUT, languageOption } from './shared-options.js';
import { spokenRoot } from './spoken-root.js';
import type { End, Surroundings } from './surroundings.js';

const WRONG_USAGE = 64;

interface Options {
  readonly input: string;
  readonly output: string;
  readonly language?: Spoken;
  readonly issueDate?: LocalDate;
  readonly strict?: boolean;
  readonly acceptRejected?: number;
  readonly confirmCancellations?: number;
  readonly reissue?: readonly string[];
  readonly workers?: number;
  readonly memory?: string;
  readonly finance?: FinanceProfileName[];
  readonly dryRun?: boolean;
  /** A file that takes all problems, whatever comes of the run. */
  readonly problems?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Performs the command that the words behind the program's name say; its exit status. */
export async function main(argv: readonly string[], io: Surroundings): Promise<number> {
  const talk = conversationIn(await languageOf(argv, io.env), io);
  let status = 0;
  const root = program(talk, (ended) => {
    status = ended;
  });
  try {
    const wrong = wrongClock(talk);
    if (wrong !== null) root.error(talk.words.commands.error(wrong));
    await root.parseAsync(argv, { from: 'user' });
    return status;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? 0 : WRONG_USAGE;
  }
}

function program(talk: Conversation, end: End): Command {
  const root = spokenRoot(talk).hook('preAction', (_, action) => followOutput(action));
  const parse = optionParsers(talk.words);
  addBilling(root, 'run', 'publish', talk, parse, end);
  addBilling(root, 'preview', 'preview', talk, parse, end);
  addBilling(root, 'check', 'check', talk, parse, end);
  addLedgerCommands(root, talk, parse, end);
  addExplain(root, talk, parse, end);
  addFinance(root, talk, parse, end);
  addAccount(root, talk, parse, end);
  addCompare(root, talk, parse, end);
  addSchedule(root, talk, end);
  addInit(root, talk, end);
  return root;
}

function addBilling(
  root: Command,
  name: 'run' | 'preview' | 'check',
  mode: RunRequest['mode'],
  talk: Conversation,
  parse: OptionParsers,
  end: End,
): void {
  const { commands: words } = talk.words;
  const { names } = words;
  const command = root
    .command(name)
    .description(words.commands[name])
    .argument(
      `[${names.period}]`,
      words.arguments[mode === 'publish' ? 'periods' : 'period'],
      (text: string) => (mode === 'publish' ? parse.periods(text) : [parse.period(text)]),
    )
    .option(`--input <${names.folder}>`, words.options.input, DEFAULT_INPUT)
    .option(`--output <${names.folder}>`, words.options.output, DEFAULT_OUTPUT)
    .option(`--issue-date <${names.date}>`, words.options.issueDate, parse.date)
    .option('--strict', words.options.strict)
    .option(`--accept-rejected <${names.count}>`, words.options.acceptRejected, parse.count)
    .option(`--memory <${names.size}>`, words.options.memory, parse.memorySize)
    .option(`--workers <${names.count}>`, words.options.workers, parse.count)
    .option(
      `--finance <${names.profiles}>`,
      words.options.finance(FINANCE_PROFILES),
      parse.financeProfiles,
    )
    .option(`--problems <${names.file}>`, words.options.problems)
    .option('--json', words.options.json)
    .option('--quiet', words.options.quiet)
    .addOption(languageOption(talk));
  if (mode === 'publish') {
    command
      .addOption(several(new Option(`--reissue <${names.merchants}...>`, words.options.reissue)))
      .option('--dry-run', words.options.dryRun)
      .option(
        `--confirm-cancellations <${names.count}>`,
        words.options.confirmCancellations,
        parse.count,
      );
  }
  command.action(async (chosen: readonly Period[] | undefined, options: Options) => {
    if (resolve(options.input) === resolve(options.output))
      command.error(words.error(words.outputIsInput));
    const asked = options.dryRun ? 'dry-run' : mode;
    end(await inOrder(chosen ?? [undefined], (period) => bill(asked, period, options, talk)));
  });
}

async function bill(
  mode: RunRequest['mode'],
  chosen: Period | undefined,
  options: Options,
  talk: Conversation,
): Promise<number> {
  const { stdout, stderr, env } = talk;
  const { runBilling } = await import('../run/billing-run.js');
  const { spanToPreview, spanToPublish } = await import('../run/choose-span.js');
  const { exitStatusOf, reportText, resultJson } = await import('./report.js');
  const { problemsText } = await import('./problems-text.js');
  const { createProgress } = await import('./progress.js');
  const progress = createProgress(talk, options.quiet ?? false);
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
    language: options.language,
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
  if (!options.json) stderr.write(problemsText(shown, talk.language, isWritten));
  stdout.write(
    options.json
      ? resultJson(result, talk.language)
      : reportText(result, options.output, options.quiet ?? false, talk.words.results),
  );
  if (options.problems !== undefined) {
    const { writeProblems } = await import('./write-problems.js');
    await writeProblems(options.problems, result.problems, talk);
  }
  return exitStatusOf(result);
}

/** An option of several words; commander sees the dots behind Latin letters alone. */
function several(option: Option): Option {
  option.variadic = true;
  return option;
}

function addFinance(root: Command, talk: Conversation, parse: OptionParsers, end: End): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('finance')
    .description(words.commands.finance)
    .argument(`<${names.period}>`, words.arguments.period, parse.period)
    .argument(`<${names.batch}>`, words.arguments.batch, parse.count)
    .option(
      `--finance <${names.profiles}>`,
      words.options.finance(FINANCE_PROFILES),
      parse.financeProfiles,
    )
    .option(`--input <${names.folder}>`, words.options.input, DEFAULT_INPUT)
    .option(`--output <${names.folder}>`, words.options.anyOutput, DEFAULT_OUTPUT)
    .option(`--into <${names.folder}>`, words.options.into)
    .addOption(languageOption(talk))
    .option('--json', words.options.json)
    .action(async (chosen: Period, batch: number, options: FinanceOptions, command: Command) => {
      const { finance, isAmongBatches } = await import('./finance.js');
      if (isAmongBatches(options)) command.error(words.error(words.intoBatches));
      end(await finance(chosen.id, batch, options, talk));
    });
}

function addExplain(root: Command, talk: Conversation, parse: OptionParsers, end: End): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('explain')
    .description(words.commands.explain)
    .argument(`[${names.number}]`, words.arguments.number)
    .option(`--line <${names.count}>`, words.options.line, parse.count)
    .option(`--input <${names.folder}>`, words.options.rowsOf)
    .option(`--rows <${names.count}>`, words.options.rows, parse.count, 20)
    .option(`--merchant <${names.merchant}>`, words.options.merchant)
    .option(`--period <${names.period}>`, words.options.periodOfMerchant, parse.period)
    .addOption(languageOption(talk))
    .option(`--output <${names.folder}>`, words.options.anyOutput, DEFAULT_OUTPUT)
    .option('--json', words.options.json)
    .action(async (number: string | undefined, options: ExplainOptions, command: Command) => {
      const { explain, wrongUsage } = await import('./explain.js');
      const wrong = wrongUsage(number, options, words);
      if (wrong !== null) command.error(words.error(wrong));
      end(await explain(number, options, talk));
    });
}

function addSchedule(root: Command, talk: Conversation, end: End): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('schedule')
    .description(words.commands.schedule)
    .option(`--input <${names.folder}>`, words.options.input, DEFAULT_INPUT)
    .option(`--output <${names.folder}>`, words.options.output, DEFAULT_OUTPUT)
    .option(`--nightly <${names.cron}>`, words.options.nightly, '0 2 * * *')
    .option(`--monthly <${names.cron}>`, words.options.monthly, '0 3 * * *')
    .option(`--health <${names.file}>`, words.options.health)
    .addOption(languageOption(talk))
    .action(async (options: ScheduleOptions & Pick<Options, 'language'>) => {
      const { stayUp } = await import('./schedule.js');
      const { input, output, language } = options;
      const job = { input, output, quiet: true, ...(language && { language }) };
      const commands = {
        preview: () => bill('preview', undefined, job, talk),
        publish: (due: Period) => bill('publish', due, job, talk),
      };
      end(await stayUp(options, commands, talk));
    });
}

function addInit(root: Command, talk: Conversation, end: End): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('init')
    .description(words.commands.init)
    .option(`--input <${names.folder}>`, words.options.folder, DEFAULT_INPUT)
    .option(`--from-export <${names.file}>`, words.options.fromExport)
    .addOption(languageOption(talk))
    .action(async ({ input, fromExport }: { input: string; fromExport?: string }) => {
      if (fromExport !== undefined) {
        const { writeFirstMapping } = await import('./init-from-export.js');
        end(await writeFirstMapping(input, fromExport, talk));
        return;
      }
      const { writeStartingFolder } = await import('./init.js');
      end(await writeStartingFolder(input, talk));
    });
}
