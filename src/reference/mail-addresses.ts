/** Addresses that a mail merge would stumble over. They stop no bill: a document can be sent in another way. */
import { problem, type Problem } from '../problem.js';
import type { RowOf } from './read-table.js';
import { MERCHANTS } from './table-specs.js';

type MerchantRow = Pick<
  RowOf<(typeof MERCHANTS)['shape']>,
  'record' | 'merchant_id' | 'name' | 'email'
>;

/** One address, or several with commas or semicolons between them. */
const SEPARATOR = /\s*[,;，；]\s*/;
const ADDRESS = /^[^\s@<>()"]+@[^\s@<>()".]+(\.[^\s@<>()".]+)+$/;
const SHOWN_MAX = 10;

/** A blank address is told where others have one: who mails nobody needs none. */
export function mailWarnings(rows: readonly MerchantRow[]): Problem[] {
  const blank = rows.filter(({ email }) => email === '');
  const malformed = rows.filter(({ email }) => email !== '' && !isMailable(email));
  const column = 'email';
  return [
    ...malformed.map(({ record, merchant_id: merchantId, email: cell }) =>
      problem(
        'email-doubtful',
        { file: MERCHANTS.file, record, column, merchantId },
        { case: 'malformed', cell },
      ),
    ),
    ...(blank.length === 0 || blank.length === rows.length
      ? []
      : [
          problem(
            'email-doubtful',
            { file: MERCHANTS.file, column },
            {
              case: 'blank',
              merchants: blank
                .slice(0, SHOWN_MAX)
                .map(({ merchant_id: id, name }) => `${id} ${name}`),
              moreMerchants: Math.max(0, blank.length - SHOWN_MAX),
            },
          ),
        ]),
  ];
}

/** > `a@x.example; b@y.example` is, `a@x` and `a at x.example` are not. */
export function isMailable(email: string): boolean {
  return email.split(SEPARATOR).every((one) => ADDRESS.test(one));
}
