/** What a run issues, given what stands. */
import { describe, expect, it } from 'vitest';
import {
  changesBetween,
  issueChanges,
  negatedLines,
  standingDocuments,
  type Issue,
  type Standing,
} from '../../src/documents/revise.js';
import type { Document, Draft } from '../../src/documents/document.js';
import { localDate } from '../../src/period/local-date.js';
import { valueOf } from '../../src/pricing/terms.js';
import { currency, decimal, span } from '../pricing/builders.js';
import { invoice, PROVIDER, salaryLine } from '../output/pdf/documents.js';

const standing = (number: string, merchantId: string, code = 'CNY'): Standing => ({
  number,
  merchantId,
  currency: currency(code),
});

function draft(merchantId: string, code = 'CNY', net = 100n): Draft {
  const made = invoice([salaryLine('A1', net)]);
  return { ...made, currency: currency(code), merchant: { ...made.merchant, merchantId } };
}

const ISSUE: Issue = {
  period: span('2026-10').period,
  issueDate: localDate('2026-12-01'),
  issuer: { ...PROVIDER, name: 'As it is called now' },
  prefix: 'YD',
  firstSequence: 17,
};

describe('changesBetween', () => {
  /** `merchant currency: cancelled → drafted`, a dash for neither. */
  const changes = (
    old: readonly Standing[],
    drafts: readonly Draft[],
    stays: (old: Standing) => boolean,
  ): string[] =>
    changesBetween(old, drafts, stays).map(
      ({ cancelled, draft: made }) =>
        `${cancelled?.number ?? '-'} → ${made === null ? '-' : `${made.merchant.merchantId} ${made.currency.code}`}`,
    );

  it('what is the same stays, what differs is cancelled and issued anew', () => {
    const old = [standing('I-1', 'M1'), standing('I-2', 'M2')];
    const drafts = [draft('M1'), draft('M2')];
    expect(changes(old, drafts, ({ number }) => number === 'I-1')).toEqual(['I-2 → M2 CNY']);
    expect(changes(old, drafts, () => true)).toEqual([]);
  });

  it('what is gone is cancelled, what is new is issued', () => {
    expect(changes([standing('I-1', 'M1')], [draft('M2')], () => true)).toEqual([
      'I-1 → -',
      '- → M2 CNY',
    ]);
  });

  it('each currency of a merchant by itself', () => {
    const old = [standing('I-1', 'M1', 'USD'), standing('I-2', 'M1', 'CNY')];
    expect(changes(old, [draft('M1', 'CNY'), draft('M1', 'JPY')], () => true)).toEqual([
      '- → M1 JPY',
      'I-1 → -',
    ]);
  });

  it('in order of merchant and then of currency, by plain text', () => {
    const drafts = [
      draft('M10'),
      draft('m1'),
      draft('M2', 'USD'),
      draft('M2', 'CNY'),
      draft('M1,"'),
    ];
    expect(changes([], drafts, () => true)).toEqual([
      '- → M1," CNY',
      '- → M10 CNY',
      '- → M2 CNY',
      '- → M2 USD',
      '- → m1 CNY',
    ]);
  });
});

describe('issueChanges', () => {
  const taxed = (net: bigint, tax: bigint): Partial<Document> => ({
    taxes: [{ rate: decimal('0.06'), base: net, tax }],
    net,
    tax,
    total: net + tax,
  });
  const old = invoice([salaryLine('A1', 260_000n), salaryLine('A2', -10_000n)], {
    number: 'YD-202610-000002',
    ...taxed(250_000n, 15_000n),
  });

  it('a reversal negates every figure of the old one, is dated now, and is of the old issuer', () => {
    const [reversal] = issueChanges([{ cancelled: old, draft: null }], ISSUE);
    // 2,600.00 − 100.00 = 2,500.00, tax 150.00: all of it back.
    expect(reversal).toMatchObject({
      number: 'YD-202610-000017',
      type: 'credit_note',
      net: -250_000n,
      tax: -15_000n,
      total: -265_000n,
      taxes: [{ base: -250_000n, tax: -15_000n }],
      period: '2026-10',
      issueDate: '2026-12-01',
      dueDate: '2026-12-01',
      issuer: PROVIDER,
      merchant: old.merchant,
      cancels: 'YD-202610-000002',
      replaces: null,
    });
    expect(reversal?.lines.map(({ amount }) => amount)).toEqual([-260_000n, 10_000n]);
  });

  it('what reverses a credit note is an invoice', () => {
    const credit = invoice([salaryLine('A1', -500n)], { number: 'YD-202610-000003' });
    const [reversal] = issueChanges([{ cancelled: credit, draft: null }], ISSUE);
    expect(reversal).toMatchObject({ type: 'invoice', total: 500n, cancels: credit.number });
  });

  it('a draft below zero becomes a credit note, of the issuer as it is now', () => {
    const [issued] = issueChanges([{ cancelled: null, draft: draft('M1', 'CNY', -500n) }], ISSUE);
    expect(issued).toMatchObject({ type: 'credit_note', cancels: null, replaces: null });
    expect(issued?.issuer.name).toBe('As it is called now');
  });

  it('numbers rise without a gap, each reversal before what stands in its place', () => {
    const other = { ...old, number: 'YD-202610-000004' };
    const issued = issueChanges(
      [
        { cancelled: old, draft: draft('M1') },
        { cancelled: null, draft: draft('M2') },
        { cancelled: other, draft: null },
      ],
      ISSUE,
    );
    expect(issued.map(({ number, cancels, replaces }) => [number, cancels, replaces])).toEqual([
      ['YD-202610-000017', 'YD-202610-000002', null],
      ['YD-202610-000018', null, 'YD-202610-000002'],
      ['YD-202610-000019', null, null],
      ['YD-202610-000020', 'YD-202610-000004', null],
    ]);
  });
});

it('a negated line has the same price, and its quantity and the term of it negated', () => {
  const line = salaryLine('A1', 260_000n);
  const [negated] = negatedLines([line]);
  expect(negated?.amount).toBe(-260_000n);
  expect(negated?.unitPrice).toBe(line.unitPrice);
  // 13 of 26 days: a half.
  expect(negated?.quantity.toDecimal()).toBe('-0.5');
  const term = negated?.terms.quantity;
  expect(term === undefined ? '' : valueOf(term).toDecimal()).toBe('-0.5');
});

it('what stands is issued, reverses nothing, and is reversed by nothing', () => {
  const issued = [
    { number: 'I-1', cancels: null },
    { number: 'I-2', cancels: null },
    { number: 'I-3', cancels: 'I-1' },
    { number: 'I-4', cancels: null },
    { number: 'I-5', cancels: 'I-4' },
    { number: 'I-6', cancels: null },
  ];
  expect(standingDocuments(issued).map(({ number }) => number)).toEqual(['I-2', 'I-6']);
});
