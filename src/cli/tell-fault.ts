/** What a command says where the machine refuses it something: it ends, and never with a stack trace. */
import { faultProblem } from '../run/fault-problem.js';
import type { Conversation } from './conversation.js';
import { DEFAULT_INPUT, valueOf } from './language.js';
import { problemsText } from './problems-text.js';
import { DEFAULT_OUTPUT } from './shared-options.js';

/** The exit status. A bug is thrown on. */
export function tellFault(
  error: unknown,
  argv: readonly string[],
  { stderr, language }: Conversation,
): number {
  const fault = faultProblem(error, {
    input: valueOf(argv, '--input') ?? DEFAULT_INPUT,
    output: valueOf(argv, '--output') ?? DEFAULT_OUTPUT,
  });
  if (fault === null) throw error;
  stderr.write(problemsText([fault], language));
  return 1;
}
