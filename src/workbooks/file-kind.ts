/** What a file is by its first bytes; its name says nothing. */
import { open } from 'node:fs/promises';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream in which Excel and WPS keep a workbook with a password, as its directory names it. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const PIECE_BYTES = 1 << 20;

/** `old` is the container of `.xls` and `.et`, and of an `.xlsx` behind a password. */
export type PackageKind = 'zip' | 'old' | 'other';

export function packageKind(head: Uint8Array): PackageKind {
  const starts = (with_: Buffer): boolean => with_.equals(head.subarray(0, with_.length));
  if (starts(ZIP)) return 'zip';
  return starts(COMPOUND_FILE) ? 'old' : 'other';
}

export async function packageKindOf(path: string): Promise<PackageKind> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(8), 0, 8, 0);
    return packageKind(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

/** Whether an old container holds a workbook with a password. */
export async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    let last = Buffer.alloc(0);
    for await (const piece of file.createReadStream({ highWaterMark: PIECE_BYTES })) {
      const joined = Buffer.concat([last, piece as Buffer]);
      if (joined.includes(ENCRYPTED_STREAM)) return true;
      last = joined.subarray(-ENCRYPTED_STREAM.length);
    }
    return false;
  } finally {
    await file.close();
  }
}
