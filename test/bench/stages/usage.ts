/** The whole rollup, from files to the usage of every contract, with all checks and the row accounting. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readReference } from '../../../src/reference/read-reference.js';
import { parsePeriod, wholePeriod } from '../../../src/period/period.js';
import { assert } from '../../../src/problem.js';
import { openFacts } from '../../../src/facts/facts.js';

const [folder = ''] = process.argv.slice(2);
const { tables } = await readReference(folder);
const period = parsePeriod('2026-10');
assert(tables !== null && period !== undefined, 'the invented month can be read');
const workFolder = mkdtempSync(join(tmpdir(), 'kefu-bench-'));
const job = { inputFolder: folder, workFolder, tables, span: wholePeriod(period) };
{
  await using facts = await openFacts(job);
  const [first] = facts.problems;
  assert(first === undefined, `the invented month is free of problems: ${JSON.stringify(first)}`);
  await facts.usageOf(tables.contracts.map(({ contractId }) => contractId));
}
rmSync(workFolder, { recursive: true });
