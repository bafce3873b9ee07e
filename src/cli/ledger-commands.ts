/** The commands that look after the ledger itself. */
import type { Command } from 'commander';
import type { Period } from '../period/period.js';
import { DEFAULT_OUTPUT, languageOption } from './shared-options.js';
import type { End } from './surroundings.js';
import type { Conversation } from './conversation.js';
import type { OptionParsers } from './option-parsers.js';
import type { VerifyOptions } from './verify.js';

export function addLedgerCommands(
  root: Command,
  talk: Conversation,
  parse: OptionParsers,
  end: End,
): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('verify')
    .description(words.commands.verify)
    .argument(`[${names.period}]`, words.arguments.periodOrAll, parse.period)
    .option(`--output <${names.folder}>`, words.options.anyOutput, DEFAULT_OUTPUT)
    .option(`--head <${names.hash}>`, words.options.head)
    .option('--json', words.options.json)
    .addOption(languageOption(talk))
    .action(async (chosen: Period | undefined, options: VerifyOptions) => {
      const { verify } = await import('./verify.js');
      end(await verify(chosen?.id ?? null, options, talk));
    });
  root
    .command('head')
    .description(words.commands.head)
    .option(`--output <${names.folder}>`, words.options.anyOutput, DEFAULT_OUTPUT)
    .addOption(languageOption(talk))
    .action(async (options: { output: string }) => {
      const { makeHead } = await import('./head.js');
      end(await makeHead(options, talk));
    });
}
