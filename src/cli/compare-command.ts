/** `compare`, as it is called. */
import { InvalidArgumentError, type Command } from 'commander';
import type { Period } from '../period/period.js';
import { assert } from '../problem.js';
import type { Words } from '../words/in-language.js';
import type { CompareOptions, MonthRange } from './compare.js';
import type { Conversation } from './conversation.js';
import { DEFAULT_INPUT } from './language.js';
import type { OptionParsers } from './option-parsers.js';
import { DEFAULT_OUTPUT, languageOption } from './shared-options.js';
import type { End } from './surroundings.js';

export function addCompare(
  root: Command,
  talk: Conversation,
  parse: OptionParsers,
  end: End,
): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('compare')
    .description(words.commands.compare)
    .argument(`[${names.months}]`, words.arguments.months, (text) => rangeOf(parse.periods(text)))
    .option(`--merchant <${names.merchants}...>`, words.options.merchants)
    .option(`--contract <${names.contract}>`, words.options.changedContract)
    .option(`--from <${names.period}>`, words.options.changedFrom, parse.period)
    .option(`--change <${names.change}>`, words.options.change, changesOf(words))
    .option(`--input <${names.folder}>`, words.options.offersInput, DEFAULT_INPUT)
    .option(`--output <${names.folder}>`, words.options.output, DEFAULT_OUTPUT)
    .option(`--memory <${names.size}>`, words.options.memory, parse.memorySize)
    .addOption(languageOption(talk))
    .option('--json', words.options.json)
    .option('--quiet', words.options.quiet)
    .action(async (range: MonthRange | undefined, options: CompareOptions, command: Command) => {
      const { compare, wrongUsage } = await import('./compare.js');
      const wrong = wrongUsage(range, options, words);
      if (wrong !== null) command.error(words.error(wrong));
      end(await compare(range ?? null, options, talk));
    });
}

/** The first and the last of some months in order. */
function rangeOf([first, ...rest]: readonly Period[]): MonthRange {
  assert(first !== undefined, 'there is a month where one is parsed');
  return { first, last: rest.at(-1) ?? first };
}

type Change = readonly [column: string, cell: string];

/** `rate=5500`, one after the other; a blank cell is `seats=`. */
function changesOf(
  words: Words['commands'],
): (text: string, before?: readonly Change[]) => Change[] {
  return (text, before = []) => {
    const [, column, cell] = /^([a-z_]+)=(.*)$/s.exec(text) ?? [];
    if (column === undefined || cell === undefined) throw new InvalidArgumentError(words.notChange);
    return [...before, [column, cell.trim()]];
  };
}
