/** A problem as JSON: where it is, and its sentence in a language. */
import type { Problem } from '../problem.js';
import type { Spoken } from '../words/language.js';
import { problemSentence } from '../words/problem-sentence.js';

export function problemJson(found: Problem, language: Spoken): object {
  const { severity, code, file, record, column, merchantId } = found;
  const { message, hint } = problemSentence(found, language);
  return { severity, code, file, record, column, message, hint, merchant_id: merchantId };
}
