/** An issue date that runs back: documents whose numbers rise and whose dates fall raise questions. */
import type { LocalDate } from '../period/local-date.js';
import { problem, type Problem } from '../problem.js';
import type { IssuedDocument } from '../ledger/issued-document.js';

/** Of a period's documents, those issued before and the date of the new ones. */
export function issueDateBackwards(
  issued: readonly IssuedDocument[],
  issueDate: LocalDate,
): Problem[] {
  const later = issued.findLast((document) => document.issueDate > issueDate);
  if (later === undefined) return [];
  return [
    problem(
      'issue-date-backwards',
      { file: '--issue-date' },
      { issueDate, number: later.number, numberDate: later.issueDate },
    ),
  ];
}
