/**
 * What must be the same where a job is made and where it is done, so that the bytes are too: the program,
 * the shape of its jobs, and what packs bytes (Node's zlib, which differs between processors).
 */
import { VERSION } from '../../version.js';

export interface SliceStamp {
  readonly version: string;
  /** Of the data of slices and buckets; raised whenever its shape changes. */
  readonly format: number;
  readonly node: string;
  readonly processor: string;
}

const FORMAT = 3;

export function ownStamp(): SliceStamp {
  const { versions, arch } = process;
  return { version: VERSION, format: FORMAT, node: versions.node, processor: arch };
}

/** > `0.2.0, slices 2, Node 20.15.0, x64`. */
export function shownStamp({ version, format, node, processor }: SliceStamp): string {
  return `${version}, slices ${format}, Node ${node}, ${processor}`;
}

export function isSameStamp(one: SliceStamp, other: SliceStamp): boolean {
  return shownStamp(one) === shownStamp(other);
}
