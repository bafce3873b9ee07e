/** Which language a command speaks: `--language`, else that of provider.json, else that of `LANG`. */
import { LANGUAGES, type Language } from '../documents/document.js';
import { decodeText } from '../reference/decode-text.js';
import { readInputFile } from '../reference/read-input-file.js';
import { spokenOf, type Spoken } from '../words/language.js';
import type { Surroundings } from './surroundings.js';

export const SPOKEN = ['zh', 'en'] as const satisfies readonly Spoken[];
export const DEFAULT_INPUT = 'input';

/** Known before the command line is parsed, since its help and its complaints are spoken too. */
export async function languageOf(
  argv: readonly string[],
  env: Surroundings['env'],
): Promise<Spoken> {
  const asked = SPOKEN.find((spoken) => spoken === valueOf(argv, '--language'));
  if (asked !== undefined) return asked;
  const ofProvider = await providerLanguage(valueOf(argv, '--input') ?? DEFAULT_INPUT);
  return ofProvider === null ? systemLanguage(env) : spokenOf(ofProvider);
}

/** The last value of an option, as `--option value` or `--option=value`. */
export function valueOf(argv: readonly string[], option: string): string | undefined {
  const values = argv.flatMap((word, at) => {
    if (word === option) return argv[at + 1] ?? [];
    return word.startsWith(`${option}=`) ? word.slice(option.length + 1) : [];
  });
  return values.at(-1);
}

/** null where provider.json cannot be read, which the command itself says if it needs it. */
async function providerLanguage(inputFolder: string): Promise<Language | null> {
  try {
    const found = await readInputFile(inputFolder, 'provider.json');
    if (found instanceof Error) return null;
    const text = decodeText('', found.bytes);
    const settings: unknown = typeof text === 'string' ? JSON.parse(text) : null;
    if (typeof settings !== 'object' || settings === null || Array.isArray(settings)) return null;
    const { language = DEFAULT_LANGUAGE } = settings as { readonly language?: unknown };
    return LANGUAGES.find((known) => known === language) ?? null;
  } catch {
    return null;
  }
}

/** Of documents, and so of commands, where provider.json names none. */
const DEFAULT_LANGUAGE: Language = 'zh';

/** > `zh_CN.UTF-8` → zh. */
function systemLanguage({ LANG = '' }: Surroundings['env']): Spoken {
  return /^zh\b|^zh_/i.test(LANG) ? 'zh' : 'en';
}
