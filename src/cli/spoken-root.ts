/** The program without its commands: its help and its complaints are in the words of the conversation. */
import { Command } from 'commander';
import { VERSION } from '../version.js';
import type { Conversation } from './conversation.js';
import { displayWidth } from './display-width.js';

export function spokenRoot({ words: { commands: words }, stdout, stderr }: Conversation): Command {
  return new Command('kefu-billing')
    .description(words.program)
    .version(VERSION, '-V, --version', words.options.version)
    .helpOption('-h, --help', words.options.help)
    .helpCommand(`help [${words.names.command}]`, words.commands.help)
    .configureHelp({
      styleTitle: words.helpTitle,
      styleUsage: words.usage,
      styleSubcommandTerm: words.usage,
      displayWidth,
      optionDescription: ({ description, argChoices, defaultValue }) => {
        const notes = [
          ...(argChoices === undefined ? [] : [words.choices(argChoices)]),
          ...(defaultValue === undefined ? [] : [words.defaultValue(JSON.stringify(defaultValue))]),
        ];
        return `${description}${words.notes(notes)}`;
      },
    })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      outputError: (text, write) => {
        write(words.wrongUsage(text));
      },
    })
    .exitOverride();
}
