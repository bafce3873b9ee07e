/** Reads the published batches back: they are the only state. */
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../documents/document.js';
import { problem, type Problem } from '../problem.js';
import { documentFromJson } from './document-json.js';
import { sha256, type Manifest } from './manifest.js';

const BATCH = /^batch-(\d{3,})$/;
const PERIOD = /^\d{4}-\d{2}$/;

export interface Ledger {
  /** The number of batches of the period. */
  readonly batches: number;
  /** Every document of the period, in order of issue. */
  readonly issued: readonly Document[];
  /** SHA-256 of the manifest that the next batch follows; null where it is the ledger's first. */
  readonly head: string | null;
  /** The id that all batches of the ledger carry; null before the first. */
  readonly id: string | null;
  /** What the latest batch up to the period was billed with. */
  readonly settings: { readonly settlementDays: number; readonly timeZone: string } | null;
  readonly problems: readonly Problem[];
}

/** The ledger as one period sees it, with the chain of its batches checked. */
export async function readLedger(output: string, period: string): Promise<Ledger> {
  const periods = (await foldersOf(output)).filter((name) => PERIOD.test(name)).sort();
  const before = periods.filter((name) => name < period).reverse();
  const earlier = await lastManifest(output, before);
  const chain = await readChain(output, period);
  const foreign = await foreignEntries(output, period);
  const last = chain.manifests.at(-1);
  return {
    batches: chain.manifests.length,
    issued: chain.documents,
    head: chain.head ?? earlier?.hash ?? null,
    id: last?.ledger ?? earlier?.manifest.ledger ?? null,
    settings: settingsOf(last ?? earlier?.manifest),
    problems: [...foreign, ...chain.problems],
  };
}

function settingsOf(manifest: Manifest | undefined): Ledger['settings'] {
  if (manifest === undefined) return null;
  return { settlementDays: manifest.settlement_days, timeZone: manifest.time_zone };
}

/** A link or a file in the place of a folder of the ledger is neither followed nor written over. */
async function foreignEntries(output: string, period: string): Promise<Problem[]> {
  const folder = await lstat(join(output, period)).catch(() => null);
  if (folder === null) return [];
  if (!folder.isDirectory()) return [foreign(period)];
  const entries = await readdir(join(output, period), { withFileTypes: true });
  return entries
    .filter((entry) => BATCH.test(entry.name) && !entry.isDirectory())
    .map((entry) => foreign(`${period}/${entry.name}`));
}

function foreign(place: string): Problem {
  return problem(
    'ledger-broken',
    { file: place },
    'a link or a file stands where the ledger has a folder',
    'move it away; it is neither followed nor deleted',
  );
}

interface Chain {
  readonly manifests: readonly Manifest[];
  readonly documents: readonly Document[];
  readonly head: string | null;
  readonly problems: readonly Problem[];
}

async function readChain(output: string, period: string): Promise<Chain> {
  const manifests: Manifest[] = [];
  const documents: Document[] = [];
  const problems: Problem[] = [];
  let head: string | null = null;
  for (const batch of await batchesOf(join(output, period))) {
    const folder = join(output, period, batch);
    const place = `${period}/${batch}`;
    try {
      const text = await readFile(join(folder, 'manifest.json'), 'utf8');
      const manifest = JSON.parse(text) as Manifest;
      if (head !== null && manifest.previous !== head)
        problems.push(broken(place, 'does not follow the batch before it'));
      const stored = await readFile(join(folder, 'documents.jsonl'), 'utf8');
      const expected = manifest.outputs.find(({ file }) => file === 'documents.jsonl');
      if (expected?.sha256 !== sha256(stored))
        problems.push(broken(place, 'has documents that its manifest does not vouch for'));
      documents.push(...stored.split('\n').filter(Boolean).map(documentFromJson));
      manifests.push(manifest);
      head = sha256(text);
    } catch (error) {
      problems.push(
        broken(place, `cannot be read: ${error instanceof Error ? error.message : String(error)}`),
      );
    }
  }
  return { manifests, documents, head, problems };
}

async function lastManifest(
  output: string,
  periodsLatestFirst: readonly string[],
): Promise<{ manifest: Manifest; hash: string } | undefined> {
  for (const period of periodsLatestFirst) {
    const last = (await batchesOf(join(output, period))).at(-1);
    if (last === undefined) continue;
    const text = await readFile(join(output, period, last, 'manifest.json'), 'utf8');
    return { manifest: JSON.parse(text) as Manifest, hash: sha256(text) };
  }
  return undefined;
}

async function batchesOf(folder: string): Promise<string[]> {
  const names = (await foldersOf(folder)).filter((name) => BATCH.test(name));
  const sequence = (name: string): number => Number(BATCH.exec(name)?.[1]);
  return names.sort((left, right) => sequence(left) - sequence(right));
}

/** Real folders alone: a link is never followed. */
async function foldersOf(folder: string): Promise<string[]> {
  const isThere = await lstat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isThere) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
}

function broken(place: string, what: string): Problem {
  return problem(
    'ledger-broken',
    { file: place },
    `the published batch ${what}`,
    'restore the batch from a backup; nothing is issued on top of a ledger that is not whole',
  );
}
