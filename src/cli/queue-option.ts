/** `--queue`: where the queue is that carries slices to workers. */
import { Option, type Command } from 'commander';
import { parseQueueAddress, type QueueAddress } from '../output/queue/queue-address.js';
import type { Conversation } from './conversation.js';

/** For a password that no list of processes shows. */
const PASSWORD = 'KEFU_BILLING_QUEUE_PASSWORD';

export function queueOption({ words: { commands } }: Conversation, description: string): Option {
  return new Option(`--queue <${commands.names.queue}>`, description);
}

/** Wrong usage never repeats what was given, which may hold a password. */
export function queueOf(text: string, command: Command, talk: Conversation): QueueAddress {
  const { commands: words } = talk.words;
  const address = parseQueueAddress(text, talk.env[PASSWORD]);
  return address ?? command.error(words.error(words.notQueue));
}
