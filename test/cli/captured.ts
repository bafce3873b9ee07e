/** Surroundings that keep what a command prints. */
import { Writable } from 'node:stream';
import { conversationIn, type Conversation } from '../../src/cli/conversation.js';
import type { Surroundings } from '../../src/cli/surroundings.js';

export interface Captured extends Conversation {
  /** All that was printed to a stream until now. */
  readonly printed: (stream: 'stdout' | 'stderr') => string;
}

export function captured(env: Surroundings['env'] = {}): Captured {
  const texts = { stdout: '', stderr: '' };
  const capture = (stream: keyof typeof texts): Writable =>
    new Writable({
      decodeStrings: false,
      write(text: string, _encoding, done) {
        texts[stream] += text;
        done();
      },
    });
  const io = { env, stdout: capture('stdout'), stderr: capture('stderr') };
  return {
    ...conversationIn('en', io),
    printed: (stream) => texts[stream],
  };
}
