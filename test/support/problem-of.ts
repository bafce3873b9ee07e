/** Problems of which a test needs the code and the place alone. */
import { problem, type Problem, type ProblemCode, type ProblemPlace } from '../../src/problem.js';

export function problemOf(code: ProblemCode, place: Partial<ProblemPlace> = {}): Problem {
  return problem(code, { file: 'orders.csv', ...place }, {});
}
