/** Problems one by one, where some stand for very many. */
import type { PackedProblems, Problem } from './problem.js';
import { unpacked } from './row-problems.js';

/**
 * First those that are told by themselves, then those that they stand for, which share all with them but
 * row, merchant and values. One that stands for more than are kept says so still.
 */
export function* everyProblem(problems: readonly Problem[]): Generator<Problem> {
  const packs = new Map<PackedProblems, Map<number, Problem>>();
  for (const found of problems) {
    const { alike, ...alone } = found;
    if (alike === undefined) {
      yield found;
      continue;
    }
    const { packed, kind, unlisted } = alike;
    packs.set(packed, (packs.get(packed) ?? new Map<number, Problem>()).set(kind, alone));
    yield unlisted > 0 ? { ...alone, alike: { ...alike, count: unlisted } } : alone;
  }
  for (const [packed, kinds] of packs) {
    for (const { kind, record, merchantId, values } of unpacked(packed)) {
      const first = kinds.get(kind);
      if (first !== undefined)
        yield { ...first, record, merchantId, values: values as Problem['values'] };
    }
  }
}

/** What several say alike, in the same place, is told once. */
export function eachOnce(problems: readonly Problem[]): Problem[] {
  const keyOf = (one: Problem): string => JSON.stringify({ ...one, alike: one.alike?.kind });
  return [...new Map(problems.map((one) => [keyOf(one), one])).values()];
}
