/** The commands. Heavy modules are loaded when a command needs them. */
import { resolve } from 'node:path';
import { CommanderError, Option, type Command } from 'commander';
import { DATED_TABLES } from '../facts/dated-tables.js';
import type { Period } from '../period/period.js';
import { FINANCE_PROFILES } from '../reference/finance-profiles.js';
import type { RunRequest } from '../run/run-request.js';
import { addAccount } from './account-command.js';
import type { BillingOptions } from './bill.js';
import { tellClock, wrongClock } from './clock.js';
import { addCompare } from './compare-command.js';
import { conversationIn, type Conversation } from './conversation.js';
import type { ExplainOptions } from './explain.js';
import type { FinanceOptions } from './finance.js';
import { followOutput } from './follow-output.js';
import { inOrder } from './in-order.js';
import type { InitOptions } from './init.js';
import { addLedgerCommands } from './ledger-commands.js';
import { DEFAULT_INPUT, languageOf } from './language.js';
import { keepingModes, narrowModes } from './narrow-modes.js';
import { optionParsers, type OptionParsers } from './option-parsers.js';
import type { ScheduleOptions } from './schedule.js';
import { DEFAULT_OUTPUT, languageOption } from './shared-options.js';
import { queueOf, queueOption } from './queue-option.js';
import { spokenRoot } from './spoken-root.js';
import type { End, Surroundings } from './surroundings.js';
import { addWorker } from './worker-command.js';

const WRONG_USAGE = 64;

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
    await keepingModes(() => root.parseAsync(argv, { from: 'user' }));
    return status;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : WRONG_USAGE;
    const { tellFault } = await import('./tell-fault.js');
    return tellFault(error, argv, talk);
  }
}

function program(talk: Conversation, end: End): Command {
  const root = spokenRoot(talk).hook('preAction', async (_, action) => {
    // each line of the schedule's log says so by itself
    if (action.name() !== 'schedule') tellClock(talk);
    await followOutput(action);
    await narrowModes(action);
  });
  const parse = optionParsers(talk.words);
  addBilling(root, 'run', 'publish', talk, parse, end);
  addBilling(root, 'preview', 'preview', talk, parse, end);
  addBilling(root, 'check', 'check', talk, parse, end);
  addLedgerCommands(root, talk, parse, end);
  addExplain(root, talk, parse, end);
  addFinance(root, talk, parse, end);
  addAccount(root, talk, parse, end);
  addCompare(root, talk, parse, end);
  addWorker(root, talk, parse, end);
  addSchedule(root, talk, end);
  addInit(root, talk, parse, end);
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
    .option(
      `--accept-incomplete <${names.tables}>`,
      words.options.acceptIncomplete(DATED_TABLES),
      parse.datedTables,
    )
    .option(`--memory <${names.size}>`, words.options.memory, parse.memorySize)
    .option('--partitioned', words.options.partitioned)
    .option(`--workers <${names.count}>`, words.options.workers, parse.count)
    .option(
      `--finance <${names.profiles}>`,
      words.options.finance(FINANCE_PROFILES),
      parse.financeProfiles,
    )
    .option('--workbooks', words.options.workbooks)
    .option(`--problems <${names.file}>`, words.options.problems)
    .option('--json', words.options.json)
    .option('--quiet', words.options.quiet)
    .addOption(languageOption(talk));
  if (mode !== 'check') command.addOption(queueOption(talk, words.options.queue));
  if (mode === 'publish') {
    command
      .addOption(several(new Option(`--reissue <${names.merchants}...>`, words.options.reissue)))
      .option('--dry-run', words.options.dryRun)
      .option(`--confirm-revisions <${names.count}>`, words.options.confirmRevisions, parse.count)
      .option(
        `--confirm-cancellations <${names.count}>`,
        words.options.confirmCancellations,
        parse.count,
      );
  }
  command.action(async (chosen: readonly Period[] | undefined, given: BillingWords) => {
    const { queue, ...rest } = given;
    const options: BillingOptions =
      queue === undefined ? rest : { ...rest, queue: queueOf(queue, command, talk) };
    if (resolve(options.input) === resolve(options.output))
      command.error(words.error(words.outputIsInput));
    const { bill } = await import('./bill.js');
    const asked = options.dryRun ? 'dry-run' : mode;
    end(
      await inOrder(chosen ?? [undefined], async (period) => {
        const { status } = await bill(asked, period, options, talk);
        return status;
      }),
    );
  });
}

/** Options as commander reads them. */
type BillingWords = Omit<BillingOptions, 'queue'> & { readonly queue?: string };

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
    .option('--workbooks', words.options.workbooks)
    .addOption(queueOption(talk, words.options.queue))
    .addOption(languageOption(talk))
    .action(async (options: ScheduledWords, command: Command) => {
      const { input, output, language, workbooks = false } = options;
      const queue = options.queue === undefined ? null : queueOf(options.queue, command, talk);
      const { bill } = await import('./bill.js');
      const { stayUp } = await import('./schedule.js');
      const chosen = { ...(language && { language }), ...(queue && { queue }) };
      const given = { input, output, workbooks, ...chosen };
      const job = { ...given, quiet: true, isUnattended: true };
      const commands = {
        preview: () => bill('preview', undefined, job, talk),
        publish: (due: Period) => bill('publish', due, job, talk),
      };
      end(await stayUp(options, commands, talk));
    });
}

type ScheduledWords = ScheduleOptions & Pick<BillingWords, 'language' | 'workbooks' | 'queue'>;

interface InitPlace {
  readonly input: string;
  readonly fromExport?: string;
}

function addInit(root: Command, talk: Conversation, parse: OptionParsers, end: End): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('init')
    .description(words.commands.init)
    .argument(`[${names.folder}]`, words.options.folder)
    .option(`--input <${names.folder}>`, words.options.folder, DEFAULT_INPUT)
    .option('--workbook', words.options.workbook)
    .option(
      `--finance <${names.profiles}>`,
      words.options.financeKeys(FINANCE_PROFILES),
      parse.financeProfiles,
    )
    .option(`--from-export <${names.file}>`, words.options.fromExport)
    .addOption(languageOption(talk))
    .action(async (chosen: string | undefined, options: InitOptions & InitPlace) => {
      const { fromExport } = options;
      const input = chosen ?? options.input;
      if (fromExport !== undefined) {
        const { writeFirstMapping } = await import('./init-from-export.js');
        end(await writeFirstMapping(input, fromExport, talk));
        return;
      }
      const { writeStartingFolder } = await import('./init.js');
      end(await writeStartingFolder(input, options, talk));
    });
}
