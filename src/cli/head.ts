/** The command that makes the head of a ledger anew from its batches. */
import { brokenChain } from '../ledger/chain.js';
import { brokenHead, writeHead } from '../ledger/head.js';
import { readManifests } from '../ledger/read-manifests.js';
import type { Conversation } from './conversation.js';
import { problemsText } from './problems-text.js';

/** Says what the head knew and what is there. 0 made; 1 there is no ledger, or its chain is broken. */
export async function makeHead(
  { output }: { readonly output: string },
  { stdout, stderr, language, words }: Conversation,
): Promise<number> {
  const { batches, problems } = await readManifests(output);
  const broken = [...problems, ...brokenChain(batches)];
  stderr.write(problemsText([...broken, ...(await brokenHead(output, batches))], language));
  const tip = broken.length > 0 ? null : await writeHead(output);
  const periods = new Set(batches.map(({ period }) => period)).size;
  stdout.write(`${words.verify.headMade(batches.length, periods, tip)}\n`);
  return tip === null ? 1 : 0;
}
