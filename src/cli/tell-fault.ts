/** What a command says where the machine refuses it something: it ends, and never with a stack trace. */
import { parseArgs } from 'node:util';
import { faultProblem, type Folders } from '../run/fault-problem.js';
import type { Conversation } from './conversation.js';
import { DEFAULT_INPUT } from './language.js';
import { problemsText } from './problems-text.js';
import { DEFAULT_OUTPUT } from './shared-options.js';

/** The exit status. A bug is thrown on. */
export function tellFault(
  error: unknown,
  argv: readonly string[],
  { stderr, language }: Conversation,
): number {
  const fault = faultProblem(error, foldersOf(argv));
  if (fault === null) throw error;
  stderr.write(problemsText([fault], language));
  return 1;
}

function foldersOf(argv: readonly string[]): Folders {
  const { values } = parseArgs({
    args: [...argv],
    options: { input: { type: 'string' }, output: { type: 'string' } },
    strict: false,
  });
  const { input, output } = values;
  return {
    input: typeof input === 'string' ? input : DEFAULT_INPUT,
    output: typeof output === 'string' ? output : DEFAULT_OUTPUT,
  };
}
