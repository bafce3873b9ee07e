/** `provider.json`: who issues the documents, and the settings of every run. */
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { errorCode } from '../error-code.js';
import { LANGUAGES, type Language, type Provider } from '../documents/document.js';
import { problem, type Problem } from '../problem.js';
import type { JsonFault } from '../problem-faults.js';
import { FINANCE_PROFILES, type FinanceProfileName } from './finance-profiles.js';
import { decodeText } from './decode-text.js';
import { nearestWord } from '../words/nearest-word.js';
import type { InputFile } from './file-identity.js';
import { isOneLine } from './one-line.js';
import { parseJson } from './parse-json.js';
import { readInputFile } from './read-input-file.js';
import { unreadableInput } from './unfit-input.js';

export const PROVIDER_FILE = 'provider.json';

/** Where provider.json names none. */
export const STARTING_TIME_ZONE = 'Asia/Shanghai';

const SCHEMA = z.strictObject({
  name: z.string().trim().min(1),
  tax_id: z.string().default(''),
  address: z.string().refine(isOneLine).default(''),
  bank_name: z.string().default(''),
  bank_account: z.string().default(''),
  email: z.string().refine(isOneLine).default(''),
  phone: z.string().default(''),
  time_zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone))
    .default(STARTING_TIME_ZONE),
  invoice_prefix: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/)
    .default('INV'),
  settlement_days: z.int().min(0).max(3650).default(0),
  language: z.enum(LANGUAGES).default('zh'),
  finance: z.array(z.enum(FINANCE_PROFILES)).default([]),
  logo: z
    .string()
    .regex(/^[^/\\]+\.(png|jpe?g)$/i)
    .nullable()
    .default(null),
  print_balance: z.boolean().default(false),
});

/** Every setting as it is where nobody sets it, but for some; a blank name is still to be filled in. */
export function startingProvider(
  given: Readonly<Record<string, string>>,
  language: Language,
): object {
  return { ...SCHEMA.parse({ name: '-' }), ...given, language };
}

export interface ProviderRead {
  readonly provider: Provider | null;
  /** The accounting systems that every batch is written for. */
  readonly finance: readonly FinanceProfileName[];
  /** The file of the logo, in the input folder; null where there is none. */
  readonly logo: string | null;
  /** Whether a document says what was owed before it. */
  readonly printsBalance: boolean;
  readonly problems: Problem[];
  readonly read: InputFile | null;
}

export async function readProvider(folder: string): Promise<ProviderRead> {
  const found = await readInputFile(folder, PROVIDER_FILE);
  const nothing = { provider: null, finance: [], logo: null, printsBalance: false, read: null };
  if (found instanceof Error) return { ...nothing, problems: [absent(found)] };
  const { bytes } = found;
  const read = { ...found.read, rows: 1 };
  const text = decodeText(PROVIDER_FILE, bytes);
  if (typeof text !== 'string') return { ...nothing, problems: [text], read };
  const json = parseJson(text);
  if ('fault' in json) return { ...nothing, problems: [broken(json.fault)], read };
  const settings = json.value;
  const parsed = SCHEMA.safeParse(settings);
  if (parsed.success) {
    const provider = providerOf(parsed.data);
    const { finance, logo, print_balance: printsBalance } = parsed.data;
    return { provider, finance, logo, printsBalance, problems: incomplete(provider), read };
  }
  const problems = parsed.error.issues.flatMap((issue) => malformed(issue, settings));
  return { ...nothing, provider: withoutMalformed(settings, problems), problems, read };
}

/** The defaults stand in for malformed settings, whose errors stop the run after all is checked. */
function withoutMalformed(settings: unknown, problems: readonly Problem[]): Provider | null {
  const entries = z.record(z.string(), z.unknown()).safeParse(settings);
  if (!entries.success) return null;
  const faulty = new Set(problems.map(({ column }) => column));
  const sound = Object.entries(entries.data).filter(([key]) => !faulty.has(key));
  const parsed = SCHEMA.safeParse({ name: '-', ...Object.fromEntries(sound) });
  return parsed.success ? providerOf(parsed.data) : null;
}

function absent(error: unknown): Problem {
  const isMissing = errorCode(error) === 'ENOENT';
  return isMissing
    ? problem('file-missing', { file: PROVIDER_FILE }, { case: 'table' })
    : unreadableInput(PROVIDER_FILE, error);
}

function broken(fault: JsonFault): Problem {
  return problem('provider-malformed', { file: PROVIDER_FILE }, { case: 'not-json', ...fault });
}

function providerOf(data: z.output<typeof SCHEMA>): Provider {
  return {
    name: data.name,
    taxId: data.tax_id,
    address: data.address,
    bankName: data.bank_name,
    bankAccount: data.bank_account,
    email: data.email,
    phone: data.phone,
    timeZone: data.time_zone,
    invoicePrefix: data.invoice_prefix,
    settlementDays: data.settlement_days,
    language: data.language,
  };
}

/** The settings that are one, or several, of some words. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  language: LANGUAGES,
  finance: FINANCE_PROFILES,
  print_balance: ['true', 'false'],
};

function malformed(issue: z.core.$ZodIssue, settings: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      problem(
        'provider-malformed',
        { file: PROVIDER_FILE, column: key },
        {
          case: 'unknown-setting',
          setting: key,
          nearest: nearestWord(key, Object.keys(SCHEMA.shape)),
        },
      ),
    );
  }
  if (issue.path.length === 0) {
    return [problem('provider-malformed', { file: PROVIDER_FILE }, { case: 'no-object' })];
  }
  const column = String(issue.path[0]);
  const value = (settings as Readonly<Record<string, unknown>>)[column];
  const found = value === undefined ? null : JSON.stringify(value).slice(0, 80);
  const told = { case: 'setting', found, choices: CHOICES[column] ?? [] } as const;
  return [problem('provider-malformed', { file: PROVIDER_FILE, column }, told)];
}

/** An invoice that does not say where to pay is worth a warning; merchants are billed all the same. */
function incomplete(provider: Provider): Problem[] {
  const blank = Object.entries({
    tax_id: provider.taxId,
    address: provider.address,
    bank_name: provider.bankName,
    bank_account: provider.bankAccount,
  }).flatMap(([key, value]) => (value.trim() === '' ? [key] : []));
  if (blank.length === 0) return [];
  return [problem('provider-incomplete', { file: PROVIDER_FILE }, { blank })];
}
