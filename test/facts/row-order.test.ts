/** The order of rows changes nothing: the demo, with the rows of each fact file shuffled. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bill, DEMO } from '../run/run-demo.js';
import { temporaryCopy, temporaryFolder } from '../support/temporary-folder.js';

const FACTS = ['shifts', 'consultations', 'orders', 'refunds', 'attributions'];

async function billed(orderOf: (rows: readonly string[]) => readonly string[]): Promise<string[]> {
  const [input, output] = [temporaryCopy(DEMO), temporaryFolder()];
  for (const table of FACTS) {
    const file = join(input, `${table}.csv`);
    const [header = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, [header, ...orderOf(rows), ''].join('\n'));
  }
  const { documents, problems } = await bill(input, output, { mode: 'dry-run' });
  expect(problems).toEqual([]);
  return documents.map(({ number, total, moneyHash }) => `${number} ${total} ${moneyHash}`);
}

it('gives the same documents', async () => {
  const expected = await billed((rows) => rows);
  expect(expected).toHaveLength(19);
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat()), async (chance) => {
      const shuffled = await billed((rows) =>
        rows
          .map((row) => ({ row, at: chance.next().value as number }))
          .sort((left, right) => left.at - right.at)
          .map(({ row }) => row),
      );
      expect(shuffled).toEqual(expected);
    }),
    { numRuns: 4 },
  );
});
