/** The command that checks the ledger. */
import { verifyLedger } from '../ledger/verify-ledger.js';
import type { Problem } from '../problem.js';
import type { Spoken } from '../words/language.js';
import { problemSentence } from '../words/problem-sentence.js';
import type { Conversation } from './conversation.js';
import { problemsText } from './problems-text.js';

export interface VerifyOptions {
  readonly output: string;
  /** What a run has said that the ledger is known by. */
  readonly head?: string;
  readonly json?: boolean;
}

/** 0 where the ledger is whole, 1 where it is not. */
export async function verify(
  period: string | null,
  { output, head, json = false }: VerifyOptions,
  { stdout, stderr, language, words }: Conversation,
): Promise<number> {
  const verified = await verifyLedger(output, period, head ?? null);
  const { batches, documents, files, problems } = verified;
  if (json) {
    const inWords = problems.map((found) => problemIn(language, found));
    stdout.write(`${JSON.stringify({ ...verified, problems: inWords })}\n`);
  } else {
    stderr.write(problemsText(problems, language));
    stdout.write(`${words.verify.verified(batches, documents, files, problems.length)}\n`);
  }
  return problems.length === 0 ? 0 : 1;
}

function problemIn(language: Spoken, found: Problem): object {
  const { severity, code, file, record, column, merchantId } = found;
  return { severity, code, file, record, column, merchantId, ...problemSentence(found, language) };
}
