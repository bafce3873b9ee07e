/** One line on stderr of a command that stays up: JSON where it is no terminal. */
import type { Conversation } from './conversation.js';

/** `shown`: what a terminal shows behind the time; what is undefined is left out. */
export function logLine(
  told: { readonly time: string; readonly event: string },
  shown: readonly (string | undefined)[],
  { stderr }: Pick<Conversation, 'stderr'>,
): void {
  const { time, ...event } = told;
  const line = stderr.isTTY
    ? [time, ...shown].filter(Boolean).join(' ')
    : JSON.stringify({ time, ...event });
  stderr.write(`${line}\n`);
}
