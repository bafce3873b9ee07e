/** `worker`, as it is called. */
import type { Command } from 'commander';
import type { Spoken } from '../words/language.js';
import type { Conversation } from './conversation.js';
import type { OptionParsers } from './option-parsers.js';
import { queueOf, queueOption } from './queue-option.js';
import { DEFAULT_OUTPUT, languageOption } from './shared-options.js';
import type { End } from './surroundings.js';

interface WorkerOptions {
  readonly queue: string;
  readonly input?: string;
  readonly output: string;
  readonly workers?: number;
  readonly language?: Spoken;
}

export function addWorker(root: Command, talk: Conversation, parse: OptionParsers, end: End): void {
  const { commands: words } = talk.words;
  const { names } = words;
  root
    .command('worker')
    .description(words.commands.worker)
    .addOption(queueOption(talk, words.options.workerQueue).makeOptionMandatory())
    .option(`--input <${names.folder}>`, words.options.workerInput)
    .option(`--output <${names.folder}>`, words.options.sharedOutput, DEFAULT_OUTPUT)
    .option(`--workers <${names.count}>`, words.options.workerThreads, parse.count)
    .addOption(languageOption(talk))
    .action(async ({ queue, input, output, workers }: WorkerOptions, command: Command) => {
      const address = queueOf(queue, command, talk);
      if (workers === 0) command.error(words.error(words.noThread));
      const { work } = await import('./worker.js');
      end(await work(address, { input: input ?? null, output }, workers ?? null, talk));
    });
}
