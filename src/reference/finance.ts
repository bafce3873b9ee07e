/** `finance.json`: read only where a run writes files for accounting systems. */
import { z } from 'zod';
import { told, type Problem } from '../problem.js';
import { decodeText } from './decode-text.js';
import { didYouMean } from '../words/did-you-mean.js';
import { FINANCE_SCHEMA, type FinanceSettings } from './finance-settings.js';
import { parseJson } from './parse-json.js';
import type { InputFile } from './file-identity.js';
import { isNotFound, readInputFile } from './read-input-file.js';

export const FINANCE_FILE = 'finance.json';

export interface FinanceRead {
  /** null where the file cannot be read, which the problems say. */
  readonly settings: FinanceSettings | null;
  readonly problems: readonly Problem[];
  readonly read: InputFile | null;
}

/** Where no file for an accounting system is asked for. */
export const NO_FINANCE: FinanceRead = { settings: {}, problems: [], read: null };

export async function readFinance(folder: string): Promise<FinanceRead> {
  const found = await readInputFile(folder, FINANCE_FILE);
  if (found instanceof Error) return { settings: null, problems: [absent(found)], read: null };
  const read = { ...found.read, rows: 1 };
  const text = decodeText(FINANCE_FILE, found.bytes);
  if (typeof text !== 'string') return { settings: null, problems: [text], read };
  const json = parseJson(text);
  if ('fault' in json) return { settings: null, problems: [broken(json.fault)], read };
  const parsed = FINANCE_SCHEMA.safeParse(json.value);
  if (parsed.success) return { settings: parsed.data, problems: [], read };
  return { settings: null, problems: parsed.error.issues.flatMap(malformed), read };
}

function absent(error: Error): Problem {
  const isMissing = isNotFound(error);
  return told(
    isMissing ? 'file-missing' : 'file-unreadable',
    { file: FINANCE_FILE },
    isMissing
      ? 'the file is missing, and with it the codes that finance files need'
      : 'the file cannot be read',
    isMissing
      ? 'add it as the input reference shows, or run without finance profiles'
      : 'check its permissions',
  );
}

function broken(fault: string): Problem {
  return told(
    'finance-malformed',
    { file: FINANCE_FILE },
    `the file is no JSON: ${fault}`,
    'correct it there, or look just before it for a missing comma, quote or bracket',
  );
}

function malformed(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      told(
        'finance-malformed',
        { file: FINANCE_FILE, column: path === '' ? key : `${path}.${key}` },
        `${JSON.stringify(key)} is no setting${path === '' ? '' : ` of ${path}`}`,
        didYouMean(key, settingsOf(path), 'take it out'),
      ),
    );
  }
  return [
    told(
      'finance-malformed',
      { file: FINANCE_FILE, column: path === '' ? null : path },
      path === '' ? 'the file is no JSON object' : `${path}: ${issue.message}`,
      'correct the setting; the input reference lists them all',
    ),
  ];
}

/** The settings of a section, or of the whole file; none where keys are plans, rates or ids. */
function settingsOf(section: string): string[] {
  const { shape } = FINANCE_SCHEMA;
  if (section === '') return Object.keys(shape);
  const settings: unknown = Object.entries(shape)
    .find(([name]) => name === section)?.[1]
    .unwrap();
  return settings instanceof z.ZodObject ? Object.keys(settings.shape) : [];
}
