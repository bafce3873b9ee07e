import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BOOKED, bookedLine, BookedCodesOf } from '../../src/ledger/booked-codes.js';
import type { Manifest } from '../../src/ledger/manifest.js';
import { sha256 } from '../../src/ledger/sha256.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const PLACE = '2026-10/batch-001';
const TEXT =
  bookedLine('INV-202610-000001', new Map([['xero.tax_codes.0.06', 'Output 6%']])) +
  bookedLine('INV-202610-000002', new Map());

/** A batch with the codes that its manifest vouches for. */
function batchOf(vouched: string | null): BookedCodesOf {
  const output = temporaryFolder();
  mkdirSync(join(output, PLACE, 'finance'), { recursive: true });
  writeFileSync(join(output, PLACE, BOOKED), TEXT);
  const outputs = vouched === null ? [] : [{ file: BOOKED, sha256: sha256(vouched), rows: 2 }];
  const manifest = { outputs } as unknown as Manifest;
  return new BookedCodesOf(output, [{ place: PLACE, manifest }]);
}

describe('the codes of an issued document', () => {
  it('are those that are kept with its batch', async () => {
    const booked = batchOf(TEXT);
    expect(await booked.codesOf('INV-202610-000001', PLACE)).toEqual({
      'xero.tax_codes.0.06': 'Output 6%',
    });
    expect(await booked.codesOf('INV-202610-000002', PLACE)).toEqual({});
    expect(await booked.codesOf('INV-202610-000003', PLACE)).toBeNull();
  });

  it('are none where the batch was written for no system', async () => {
    expect(await batchOf(null).codesOf('INV-202610-000001', PLACE)).toBeNull();
    expect(await batchOf(TEXT).codesOf('INV-202610-000001', '2026-10/batch-009')).toBeNull();
  });

  it('are those that the manifest vouches for', async () => {
    await expect(batchOf('other').codesOf('INV-202610-000001', PLACE)).rejects.toThrow(
      'as its manifest says',
    );
  });
});
