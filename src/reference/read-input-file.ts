/** Reads a small input file whole: its bytes, and what the manifest records of just these bytes. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileIdentity, type InputFile } from './file-identity.js';
import { assertFitInput } from './unfit-input.js';

export interface InputBytes {
  readonly bytes: Uint8Array;
  readonly read: Omit<InputFile, 'rows'>;
}

/** The error where it cannot be read. */
export async function readInputFile(folder: string, file: string): Promise<InputBytes | Error> {
  const path = join(folder, file);
  try {
    await assertFitInput(folder, file);
    const identity = await fileIdentity(path);
    const bytes = await readFile(path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, read: { file, sha256, size: bytes.byteLength, identity } };
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
