/** The command that checks the ledger. */
import { verifyLedger } from '../ledger/verify-ledger.js';
import type { Problem } from '../problem.js';
import { problemSentence } from '../words/problem-sentence.js';
import { problemsText } from './problems-text.js';
import type { Surroundings } from './surroundings.js';

/** 0 where the ledger is whole, 1 where it is not. */
export async function verify(
  period: string | null,
  { output, json = false }: { readonly output: string; readonly json?: boolean },
  { stdout, stderr }: Surroundings,
): Promise<number> {
  const verified = await verifyLedger(output, period);
  const { batches, documents, files, problems } = verified;
  if (json) stdout.write(`${JSON.stringify({ ...verified, problems: problems.map(inWords) })}\n`);
  else {
    stderr.write(problemsText(problems));
    const isWhole = batches === 0 ? 'nothing is published yet' : 'all is as published';
    const verdict = problems.length === 0 ? isWhole : counted(problems.length, 'problem');
    const checked = [
      counted(batches, 'batch', 'batches'),
      counted(documents, 'document'),
      counted(files, 'file'),
    ];
    stdout.write(`${checked.join(', ')}: ${verdict}\n`);
  }
  return problems.length === 0 ? 0 : 1;
}

function inWords(found: Problem): object {
  const { severity, code, file, record, column, merchantId } = found;
  return { severity, code, file, record, column, merchantId, ...problemSentence(found, 'en') };
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
