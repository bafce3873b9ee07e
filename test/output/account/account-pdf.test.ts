import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Account } from '../../../src/documents/accounts/account.js';
import type { Language } from '../../../src/documents/document.js';
import { renderAccount } from '../../../src/output/account/account-pdf.js';
import { isInstalled } from '../../support/tools.js';
import { temporaryFolder } from '../../support/temporary-folder.js';
import { issued } from '../../documents/accounts/books.js';
import { sayAll } from '../pdf/pdf-tools.js';
import { PROVIDER } from '../pdf/documents.js';
import { ACCOUNT, accountIn, MERCHANT } from './accounts.js';

function render(account: Account, language: Language = 'en'): Buffer {
  return renderAccount({ ...MERCHANT, language }, [account], { provider: PROVIDER, logo: null });
}

/** Its text, with single blanks. */
function textOf(account: Account, language: Language = 'en'): string {
  const input = render(account, language);
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input, encoding: 'utf8' });
  return text.replace(/ +/g, ' ');
}

it('has the same bytes for the same account', () => {
  expect(render(ACCOUNT).equals(render(ACCOUNT))).toBe(true);
});

describe.runIf(isInstalled('pdftotext'))('what it says', () => {
  it('opening 200 + documents 500 − receipts 320 = closing 380', () => {
    const text = textOf(ACCOUNT);
    expect(text).toContain('Statement of account');
    expect(text).toContain('2026-11-01 to 2026-11-30');
    expect(text).toMatch(/200\.00 500\.00 320\.00 380\.00/);
  });

  it('each document and receipt of the span with the balance after it: 700, 500, 380', () => {
    const text = textOf(ACCOUNT);
    expect(text).toContain('2026-11-03 Invoice INV-202610-000001 500.00 700.00');
    expect(text).toContain('2026-11-20 Payment of INV-202609-000001 R1 200.00 500.00');
    expect(text).toContain('2026-11-21 Payment R2 120.00 380.00');
  });

  it('what is open, for how long, and what is held apart', () => {
    const text = textOf(ACCOUNT);
    expect(text).toContain('INV-202610-000001 2026-11 2026-11-13 17 380.00');
    expect(text).toMatch(/0\.00 380\.00 0\.00 0\.00 0\.00/);
    expect(text).toContain('A deposit of CNY 1,000.00 is held apart');
  });

  it('in Chinese too, with a line for each stamp', () => {
    const text = textOf(ACCOUNT, 'zh').replace(/\s/g, '');
    for (const part of ['对账单', '期初余额', '逾期1–30天', '商家（盖章）', '服务商（盖章）'])
      expect(text).toContain(part);
  });

  it('runs on to as many pages as it needs, each with its number', () => {
    const documents = Array.from({ length: 90 }, (_, at) =>
      issued(`INV-202610-${String(at + 1).padStart(6, '0')}`, '2026-11-03', 1),
    );
    const text = textOf(accountIn(documents, []));
    expect(text).toContain('1/5');
    expect(text).toContain('5/5');
    expect(text).toContain('90.00');
  });
});

it.runIf(isInstalled('qpdf'))('is a PDF in which qpdf finds nothing wrong', () => {
  const file = join(temporaryFolder(), 'account.pdf');
  writeFileSync(file, render(ACCOUNT, 'zh-en'));
  const { status, said } = sayAll('qpdf', '--check', file);
  expect([status, /warn/i.test(said)]).toEqual([0, false]);
});
