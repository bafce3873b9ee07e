/** Texts with characters that the font of the documents lacks: somebody should see them before a merchant does. */
import type { PrintedName } from '../facts/usage/printed-names.js';
import { drawable, undrawable } from '../output/pdf/engine/fonts.js';
import type { Period } from '../period/period.js';
import { problem, type Problem } from '../problem.js';
import { PROVIDER_FILE } from '../reference/read-provider.js';
import type { Provider } from '../documents/document.js';
import type { ReferenceReads } from '../reference/read-tables.js';

const CHARACTERS_SHOWN = 5;
const TEXT_CHARACTERS_MAX = 80;

/** A text that documents print, and where it stands. */
interface PrintedText extends Omit<PrintedName, 'record'> {
  readonly record: number | null;
}

/** A warning for each; what is printed in place of the characters is said. */
export function undrawableTexts(
  provider: Provider,
  reads: ReferenceReads,
  names: readonly PrintedName[],
  period: Period,
): Problem[] {
  return [...ofProvider(provider), ...ofTables(reads, period), ...names].flatMap((printed) => {
    const { text, ...place } = printed;
    const characters = undrawable(text);
    if (characters.length === 0) return [];
    const shown = characters.slice(0, CHARACTERS_SHOWN);
    return [
      problem('text-undrawable', place, {
        cell: text.slice(0, TEXT_CHARACTERS_MAX),
        characters: shown,
        moreCharacters: characters.length - shown.length,
        printed: drawable(text).slice(0, TEXT_CHARACTERS_MAX),
      }),
    ];
  });
}

function ofProvider(provider: Provider): PrintedText[] {
  const { name, taxId, address, bankName, bankAccount, email, phone } = provider;
  const settings = { name, address, email, phone };
  const bank = { tax_id: taxId, bank_name: bankName, bank_account: bankAccount };
  return Object.entries({ ...settings, ...bank }).map(([column, text]) => ({
    ...{ file: PROVIDER_FILE, record: null, column, merchantId: null, text },
  }));
}

function ofTables(
  { merchants, contracts, surcharges, indicators, eventDays, adjustments, charges }: ReferenceReads,
  { id, firstDay, lastDay }: Period,
): PrintedText[] {
  const ownerless = { merchantId: null };
  return [
    ...merchants.rows.flatMap((row) => {
      const { record, merchant_id: merchantId, name, legal_name, tax_id, address } = row;
      return Object.entries({ merchant_id: merchantId, name, legal_name, tax_id, address }).map(
        ([column, text]) => ({ file: merchants.file, record, column, merchantId, text }),
      );
    }),
    ...eventDays.rows
      .filter(({ date }) => date >= firstDay && date <= lastDay)
      .map(({ record, merchant_id: merchantId, event: text }) => ({
        ...{ file: eventDays.file, record, column: 'event', merchantId, text },
      })),
    ...adjustments.rows
      .filter(({ period }) => period === id)
      .map(({ record, merchant_id: merchantId, reason: text }) => ({
        ...{ file: adjustments.file, record, column: 'reason', merchantId, text },
      })),
    ...contracts.rows.map(({ record, merchant_id: merchantId, contract_id: text }) => ({
      ...{ file: contracts.file, record, column: 'contract_id', merchantId, text },
    })),
    ...surcharges.rows.map(({ record, surcharge: text }) => ({
      ...{ file: surcharges.file, record, column: 'surcharge', ...ownerless, text },
    })),
    ...indicators.rows.map(({ record, indicator: text }) => ({
      ...{ file: indicators.file, record, column: 'indicator', ...ownerless, text },
    })),
    ...charges.rows.map(({ record, description: text }) => ({
      ...{ file: charges.file, record, column: 'description', ...ownerless, text },
    })),
  ];
}
