/** `finance.json`: read only where a run writes files for accounting systems. */
import { errorCode } from '../error-code.js';
import { errorMessage } from '../error-message.js';
import { z } from 'zod';
import { problem, type Problem } from '../problem.js';
import type { JsonFault } from '../problem-faults.js';
import { decodeText } from './decode-text.js';
import { nearestWord } from '../words/nearest-word.js';
import { FINANCE_SCHEMA, type FinanceSettings } from './finance-settings.js';
import { parseJson } from './parse-json.js';
import { readInputFile } from './read-input-file.js';
import type { InputFile } from './file-identity.js';
import type { FinanceTemplate } from './reference-tables.js';
import { settingFault } from './setting-fault.js';
import { unreadableInput } from './unfit-input.js';

export const FINANCE_FILE = 'finance.json';

export interface FinanceRead {
  /** null where the file cannot be read, which the problems say. */
  readonly settings: FinanceSettings | null;
  readonly template: FinanceTemplate | null;
  readonly problems: readonly Problem[];
  readonly read: readonly InputFile[];
}

/** Where no file for an accounting system is asked for. */
export const NO_FINANCE: FinanceRead = { settings: {}, template: null, problems: [], read: [] };

export async function readFinance(folder: string): Promise<FinanceRead> {
  const nothing = { settings: null, template: null };
  const found = await readInputFile(folder, FINANCE_FILE);
  if (found instanceof Error) return { ...nothing, problems: [absent(found)], read: [] };
  const read = [{ ...found.read, rows: 1 }];
  const text = decodeText(FINANCE_FILE, found.bytes);
  if (typeof text !== 'string') return { ...nothing, problems: [text], read };
  const json = parseJson(text);
  if ('fault' in json) return { ...nothing, problems: [broken(json.fault)], read };
  const parsed = FINANCE_SCHEMA.safeParse(withoutBlanks(json.value));
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => malformed(issue, json.value));
    return { ...nothing, problems, read };
  }
  const template = await readTemplate(folder, parsed.data.fapiao?.template);
  return { ...template, settings: parsed.data, read: [...read, ...template.read] };
}

/** A blank setting is one that is still to be filled in: missing where a document needs it, and no matter elsewhere. */
function withoutBlanks(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const filled = Object.entries(value).filter(([, one]) => one !== '');
  return Object.fromEntries(filled.map(([key, one]) => [key, withoutBlanks(one)]));
}

/** The workbook that the settings name. */
async function readTemplate(folder: string, file: string | undefined): Promise<FinanceRead> {
  if (file === undefined) return NO_FINANCE;
  const found = await readInputFile(folder, file);
  if (found instanceof Error) return { ...NO_FINANCE, problems: [templateUnread(file, found)] };
  const { bytes, read } = found;
  return { ...NO_FINANCE, template: { file, bytes }, read: [{ ...read, rows: 0 }] };
}

function templateUnread(template: string, error: Error): Problem {
  return problem(
    'finance-malformed',
    { file: FINANCE_FILE, column: 'fapiao.template' },
    { case: 'template-unread', template, reason: errorMessage(error) },
  );
}

function absent(error: Error): Problem {
  const isMissing = errorCode(error) === 'ENOENT';
  return isMissing
    ? problem('file-missing', { file: FINANCE_FILE }, { case: 'finance' })
    : unreadableInput(FINANCE_FILE, error);
}

function broken(fault: JsonFault): Problem {
  return problem('finance-malformed', { file: FINANCE_FILE }, { case: 'not-json', ...fault });
}

function malformed(issue: z.core.$ZodIssue, root: unknown): Problem[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem(
        'finance-malformed',
        { file: FINANCE_FILE, column: path === '' ? key : `${path}.${key}` },
        {
          case: 'unknown-setting',
          setting: key,
          section: path === '' ? null : path,
          nearest: nearestWord(key, settingsOf(path)),
        },
      ),
    );
  }
  return path === ''
    ? [problem('finance-malformed', { file: FINANCE_FILE }, { case: 'no-object' })]
    : [
        problem(
          'finance-malformed',
          { file: FINANCE_FILE, column: path },
          { case: 'setting', ...settingFault(issue, root) },
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
