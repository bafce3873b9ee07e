/** `provider.json`: who issues the documents, and the settings of every run. */
import { IANAZone } from 'luxon';
import { z } from 'zod';
import { LANGUAGES, type Provider } from '../documents/document.js';
import { told, type Problem } from '../problem.js';
import { FINANCE_PROFILES, type FinanceProfileName } from './finance-profiles.js';
import { decodeText } from './decode-text.js';
import { didYouMean } from '../words/did-you-mean.js';
import type { InputFile } from './file-identity.js';
import { isNotFound, readInputFile } from './read-input-file.js';

export const PROVIDER_FILE = 'provider.json';

const SCHEMA = z.strictObject({
  name: z.string().trim().min(1),
  tax_id: z.string().default(''),
  address: z.string().default(''),
  bank_name: z.string().default(''),
  bank_account: z.string().default(''),
  email: z.string().default(''),
  phone: z.string().default(''),
  time_zone: z
    .string()
    .refine((zone) => IANAZone.isValidZone(zone), 'is not a time zone, such as Asia/Shanghai')
    .default('Asia/Shanghai'),
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
});

export interface ProviderRead {
  readonly provider: Provider | null;
  /** The accounting systems that every batch is written for. */
  readonly finance: readonly FinanceProfileName[];
  /** The file of the logo, in the input folder; null where there is none. */
  readonly logo: string | null;
  readonly problems: Problem[];
  readonly read: InputFile | null;
}

export async function readProvider(folder: string): Promise<ProviderRead> {
  const found = await readInputFile(folder, PROVIDER_FILE);
  const nothing = { provider: null, finance: [], logo: null, read: null };
  if (found instanceof Error) return { ...nothing, problems: [absent(found)] };
  const { bytes } = found;
  const read = { ...found.read, rows: 1 };
  const text = decodeText(PROVIDER_FILE, bytes);
  if (typeof text !== 'string') return { ...nothing, problems: [text], read };
  const settings = parseJson(text);
  const parsed = SCHEMA.safeParse(settings);
  if (parsed.success) {
    const provider = providerOf(parsed.data);
    const { finance, logo } = parsed.data;
    return { provider, finance, logo, problems: incomplete(provider), read };
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
  const isMissing = isNotFound(error);
  return told(
    isMissing ? 'file-missing' : 'file-unreadable',
    { file: PROVIDER_FILE },
    isMissing ? 'the file is missing' : 'the file cannot be read',
    isMissing ? 'add it; kefu-billing init writes a starting one' : 'check its permissions',
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
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

const EXPECTED: Readonly<Record<string, string>> = {
  name: 'a name',
  time_zone: 'a time zone, such as Asia/Shanghai',
  invoice_prefix: 'up to 20 letters, digits and hyphens',
  settlement_days: 'a whole number of days from 0 to 3650',
  language: `one of ${LANGUAGES.join(', ')}`,
  logo: 'the name of a PNG or JPEG in the input folder',
  finance: `a list of ${FINANCE_PROFILES.join(', ')}`,
};

function malformed(issue: z.core.$ZodIssue, settings: unknown): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      told(
        'provider-malformed',
        { file: PROVIDER_FILE, column: key },
        `${JSON.stringify(key)} is no setting`,
        didYouMean(key, Object.keys(SCHEMA.shape), 'take it out'),
      ),
    );
  }
  if (issue.path.length === 0) {
    return [
      told(
        'provider-malformed',
        { file: PROVIDER_FILE },
        'the file is no JSON object',
        'look for a comma, a quote or a bracket that is missing or too many',
      ),
    ];
  }
  const column = String(issue.path[0]);
  const value = (settings as Readonly<Record<string, unknown>>)[column];
  const found = value === undefined ? 'missing' : JSON.stringify(value).slice(0, 80);
  return [
    told(
      'provider-malformed',
      { file: PROVIDER_FILE, column },
      `${column} is ${found}, which is not ${EXPECTED[column] ?? 'a text'}`,
      'correct the setting; the input reference lists them all',
    ),
  ];
}

/** An invoice that does not say where to pay is a pity, and no reason to bill nobody. */
function incomplete(provider: Provider): Problem[] {
  const blank = Object.entries({
    tax_id: provider.taxId,
    address: provider.address,
    bank_name: provider.bankName,
    bank_account: provider.bankAccount,
  }).flatMap(([key, value]) => (value.trim() === '' ? [key] : []));
  if (blank.length === 0) return [];
  return [
    told(
      'provider-incomplete',
      { file: PROVIDER_FILE },
      `the documents will lack ${blank.join(', ')}`,
      'fill them in, so that merchants know whom and where to pay',
    ),
  ];
}
