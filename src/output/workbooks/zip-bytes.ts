/** Packs parts into a zip whose bytes depend on them alone. */
import { zipSync } from 'fflate';

/**
 * Excel's own mark for no time. It is made of local parts, because the zip library writes local parts:
 * the bytes are the same in every time zone.
 */
const NO_TIME = new Date(1980, 0, 1);

/** The packer is not Node's zlib, whose output changes with its version. Parts keep their order. */
export function zipBytes(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  return zipSync(Object.fromEntries(parts), { level: 6, mtime: NO_TIME });
}
