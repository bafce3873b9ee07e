/** What the engine says of a query, as problems of the query's own file. */
import { errorMessage } from '../../../error-message.js';
import { problem, type Problem } from '../../../problem.js';
import type { ProblemValues } from '../../../problem-values.js';
import { nearestWord } from '../../../words/nearest-word.js';

export type QueryFault = ProblemValues['query-malformed'];

export function queryProblem(query: string, values: QueryFault): Problem {
  return problem('query-malformed', { file: query }, values);
}

/** A query that the engine cannot run over the rows of `file`. */
export function engineFault(error: unknown, file: string, headers: readonly string[]): QueryFault {
  const text = errorMessage(error);
  const column = /Referenced column "(.*?)" (?:was )?not found/.exec(text)?.[1];
  if (column !== undefined) {
    return { case: 'column', export: file, name: column, nearest: nearestWord(column, headers) };
  }
  const cell = /[Cc]ould not convert string ['"](.*?)['"] to (\S+)/s.exec(text);
  if (cell !== null) {
    const [, found = '', wanted = ''] = cell;
    return { case: 'conversion', export: file, cell: found.slice(0, 80), wanted };
  }
  const reason = text.replace(/^\w+ Error: /, '').split('\n')[0] ?? '';
  const [, operation] = /No function matches .*?'(.*?)'/.exec(text) ?? [];
  return operation === undefined
    ? { case: 'engine', export: file, reason }
    : { case: 'types', export: file, reason: operation };
}
