/** Problems as the report shows them: by code, with the first few of each. */
import { groupBy } from '../group-by.js';
import type { ProblemGroup } from '../output/report/report-data.js';
import { countProblems, type Problem } from '../problem.js';

const EXAMPLES_MAX = 3;

/** By severity and code: errors first, then the most frequent. */
export function groupProblems(problems: readonly Problem[]): ProblemGroup[] {
  return [...groupBy(problems, ({ severity, code }) => `${severity} ${code}`).values()]
    .map((of) => {
      const { severity, code } = of[0];
      return { severity, code, count: countProblems(of), examples: of.slice(0, EXAMPLES_MAX) };
    })
    .sort((left, right) => {
      if (left.severity !== right.severity) return left.severity === 'error' ? -1 : 1;
      return right.count - left.count || (left.code < right.code ? -1 : 1);
    });
}
