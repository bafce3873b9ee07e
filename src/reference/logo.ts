/** The provider's logo: a small picture over its name on every document. */
import { told, type Problem } from '../problem.js';
import { pictureFault, type PictureFault } from './picture-fault.js';
import { PROVIDER_FILE } from './provider.js';
import type { InputFile } from './file-identity.js';
import { readInputFile } from './read-input-file.js';
import type { Logo } from './reference-tables.js';

const FAULT_WORDS: Readonly<Record<PictureFault, string>> = {
  not_a_picture: 'is neither a JPEG nor a PNG',
  cut_off: 'is cut off: the end of the picture is missing',
  malformed: 'is damaged: its header says what no picture has',
  interlaced: 'is an interlaced PNG',
  transparent: 'is a PNG with transparency',
  cmyk: 'is a JPEG in CMYK',
  rare_kind: 'is a JPEG of a kind that few programs read',
};

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
  const fault = pictureFault(bytes);
  if (fault !== null) return { ...unread(file, `the logo ${FAULT_WORDS[fault]}`), read };
  return { logo: { file, bytes }, problems: [], read };
}

function unread(file: string, message: string): LogoRead {
  const hint =
    'save it as a small JPEG in RGB, or as a PNG that is neither interlaced nor transparent; or take logo out of provider.json';
  const place = { file: PROVIDER_FILE, column: 'logo' };
  return {
    logo: { file, bytes: null },
    problems: [told('provider-malformed', place, `${file}: ${message}`, hint)],
    read: null,
  };
}
