/** The provider's logo: a small picture over its name on every document. */
import { told, type Problem } from '../problem.js';
import { PROVIDER_FILE } from './provider.js';
import { readInputFile } from './read-input-file.js';
import type { Logo, ReferenceFile } from './reference-tables.js';

/** It is in every PDF. */
const BYTES_MAX = 200_000;

export interface LogoRead {
  readonly logo: Logo | null;
  readonly problems: readonly Problem[];
  readonly read: ReferenceFile | null;
}

/** `file`: what provider.json names; null where it names none. */
export async function readLogo(folder: string, file: string | null): Promise<LogoRead> {
  if (file === null) return { logo: null, problems: [], read: null };
  const found = await readInputFile(folder, file);
  if (found instanceof Error) return unread(file, `the logo cannot be read: ${found.message}`);
  const { bytes } = found;
  const read = { ...found.read, rows: 1 };
  if (bytes.byteLength > BYTES_MAX)
    return {
      ...unread(
        file,
        `the logo has ${bytes.byteLength} bytes, and at most ${BYTES_MAX} may be in every PDF`,
      ),
      read,
    };
  const { isDrawable } = await import('../output/pdf/logo.js');
  if (!isDrawable(bytes))
    return { ...unread(file, 'the logo is neither a JPEG nor a PNG without transparency'), read };
  return { logo: { file, bytes }, problems: [], read };
}

function unread(file: string, message: string): LogoRead {
  const hint =
    'save it as a small JPEG, or as a PNG without transparency; or take logo out of provider.json';
  const place = { file: PROVIDER_FILE, column: 'logo' };
  return {
    logo: { file, bytes: null },
    problems: [told('provider-malformed', place, `${file}: ${message}`, hint)],
    read: null,
  };
}
