/** What is found while files for the books are made: told once, however many documents it concerns. */
import { FINANCE_FILE } from '../../reference/read-finance.js';
import { problem, type Problem } from '../../problem.js';
import type { ProblemValues } from '../../problem-values.js';

/** What is missing, and of which plan, rate or merchant. */
export type MissingCode = ProblemValues['finance-code-missing'];

export class FinanceProblems {
  private readonly known = new Set<string>();
  private found: Problem[] = [];

  /** A setting of `finance.json` that a document needs, such as `xero.accounts.fixed_salary`. */
  missing(setting: string, code: MissingCode): void {
    this.report(problem('finance-code-missing', { file: FINANCE_FILE, column: setting }, code));
  }

  /** What a system cannot take as it is. */
  unsupported(
    place: { readonly file: string; readonly column?: string },
    values: ProblemValues['finance-unsupported'],
  ): void {
    this.report(problem('finance-unsupported', place, values));
  }

  report(found: Problem): void {
    const key = JSON.stringify([found.code, found.file, found.column, found.values]);
    if (!this.known.has(key)) this.found.push(found);
    this.known.add(key);
  }

  /** What was found since it was last asked. */
  take(): Problem[] {
    const { found } = this;
    this.found = [];
    return found;
  }
}
