/**
 * Problems of rows, of which there may be millions. The first of each code are problems like any other;
 * beyond them the first of each file, column and merchant stands for those that follow, which are kept
 * packed: some bytes for each. Beyond what a spreadsheet can show they are counted alone.
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PackedProblem, PackedProblems, Problem, ProblemCode } from './problem.js';

export interface RowProblemLimits {
  /** Of each code, how many are told by themselves. */
  readonly alone: number;
  /** How many are kept packed. */
  readonly packed: number;
}

const LIMITS: RowProblemLimits = { alone: 1_000, packed: 1_000_000 };

export class RowProblems {
  private readonly told: Problem[] = [];
  private readonly counts = new Map<ProblemCode, number>();
  private readonly kinds = new Map<string, Alike>();
  private readonly packed = new Packed();

  constructor(private readonly limits: RowProblemLimits = LIMITS) {}

  /**
   * Whom an error blocks is read off the problems that stand for others: those of merchants who are known
   * are kept apart. Any others, of whom there may be as many as rows, share one.
   */
  add(found: Problem, isOfKnownMerchant = true): void {
    const { code, file, column, merchantId, severity } = found;
    const before = this.counts.get(code) ?? 0;
    this.counts.set(code, before + 1);
    if (before < this.limits.alone) {
      this.told.push(found);
      return;
    }
    const key = JSON.stringify([severity, code, file, column, isOfKnownMerchant && merchantId]);
    const first = this.kinds.get(key);
    if (first !== undefined) {
      first.add(found, this.limits.packed);
      return;
    }
    const alike = new Alike(this.packed, this.kinds.size);
    this.kinds.set(key, alike);
    this.told.push({ ...found, alike });
  }

  /** All that were added; whoever asks adds no more. */
  all(): Problem[] {
    return this.told;
  }
}

/** What one problem stands for. */
class Alike {
  count = 0;
  unlisted = 0;

  constructor(
    readonly packed: Packed,
    readonly kind: number,
  ) {}

  add({ record, merchantId, values }: Problem, packedMax: number): void {
    this.count += 1;
    if (this.packed.length < packedMax)
      this.packed.add({ kind: this.kind, record, merchantId, values });
    else this.unlisted += 1;
  }
}

const PROBLEMS_A_BLOCK = 5_000;
/** The fastest: problems of a kind are so alike that it packs them well enough. */
const LEVEL = 1;

class Packed implements PackedProblems {
  length = 0;
  readonly blocks: Buffer[] = [];
  pending: PackedProblem[] = [];

  add(found: PackedProblem): void {
    this.length += 1;
    this.pending.push(found);
    if (this.pending.length < PROBLEMS_A_BLOCK) return;
    this.blocks.push(deflateRawSync(JSON.stringify(this.pending), { level: LEVEL }));
    this.pending = [];
  }
}

export function* unpacked({ blocks, pending }: PackedProblems): Generator<PackedProblem> {
  for (const block of blocks)
    yield* JSON.parse(inflateRawSync(block).toString()) as PackedProblem[];
  yield* pending;
}
