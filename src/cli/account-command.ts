/** `account`, as it is called. */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { AccountOptions } from './account.js';
import type { Conversation } from './conversation.js';
import { DEFAULT_INPUT } from './language.js';
import type { OptionParsers } from './option-parsers.js';
import { DEFAULT_OUTPUT, languageOption } from './shared-options.js';
import type { End } from './surroundings.js';

export function addAccount(
  root: Command,
  talk: Conversation,
  parse: OptionParsers,
  end: End,
): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('account')
    .description(words.commands.account)
    .argument(`[${names.merchant}]`, words.arguments.merchantOrAll)
    .option(`--as-of <${names.date}>`, words.options.asOf, parse.date)
    .option(`--from <${names.date}>`, words.options.firstDay, parse.date)
    .option(`--input <${names.folder}>`, words.options.receiptsInput, DEFAULT_INPUT)
    .option(`--output <${names.folder}>`, words.options.anyOutput, DEFAULT_OUTPUT)
    .addOption(languageOption(talk))
    .option('--json', words.options.json)
    .option('--quiet', words.options.quiet)
    .action(async (merchant: string | undefined, options: AccountOptions, command: Command) => {
      const { input, output, from, asOf } = options;
      if (resolve(input) === resolve(output)) command.error(words.error(words.outputIsInput));
      if (from !== undefined && asOf !== undefined && from > asOf)
        command.error(words.error(words.fromBehindAsOf));
      const { account } = await import('./account.js');
      end(await account(merchant ?? null, options, talk));
    });
}
