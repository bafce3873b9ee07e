/** The provider's logo: a small picture over its name on every document. */
import { problem, type Problem } from '../problem.js';
import type { ProblemValues } from '../problem-values.js';
import { pictureFault } from './picture-fault.js';
import { PROVIDER_FILE } from './read-provider.js';
import type { InputFile } from './file-identity.js';
import { readInputFile } from './read-input-file.js';
import type { Logo } from './reference-tables.js';

/** It is in every PDF. */
const BYTES_MAX = 200_000;

export interface LogoRead {
  readonly logo: Logo | null;
  readonly problems: readonly Problem[];
  readonly read: InputFile | null;
}

/** `file`: what provider.json names; null where it names none. */
export async function readLogo(folder: string, file: string | null): Promise<LogoRead> {
  if (file === null) return { logo: null, problems: [], read: null };
  const found = await readInputFile(folder, file);
  if (found instanceof Error) {
    return unread({ case: 'logo-unread', logo: file, reason: found.message });
  }
  const { bytes } = found;
  const read = { ...found.read, rows: 1 };
  if (bytes.byteLength > BYTES_MAX)
    return {
      ...unread({
        case: 'logo-too-large',
        logo: file,
        bytes: bytes.byteLength,
        bytesMax: BYTES_MAX,
      }),
      read,
    };
  const fault = pictureFault(bytes);
  if (fault !== null) return { ...unread({ case: 'logo-unfit', logo: file, fault }), read };
  return { logo: { file, bytes }, problems: [], read };
}

type LogoFault = Extract<ProblemValues['provider-malformed'], { logo: string }>;

function unread(fault: LogoFault): LogoRead {
  const place = { file: PROVIDER_FILE, column: 'logo' };
  return {
    logo: { file: fault.logo, bytes: null },
    problems: [problem('provider-malformed', place, fault)],
    read: null,
  };
}
