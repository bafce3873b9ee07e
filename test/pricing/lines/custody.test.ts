import { expect, it } from 'vitest';
import { localDate } from '../../../src/period/local-date.js';
import { custodyLine } from '../../../src/pricing/lines/custody.js';
import { decimal, span, TERMS } from '../builders.js';

it('agent A in custody on 3 dates at 150: 450.00', () => {
  const dates = ['2026-10-01', '2026-10-02', '2026-10-09'].map(localDate);
  expect(custodyLine(TERMS, span('2026-10'), decimal('150'), 'A', dates)).toMatchObject({
    kind: 'custody',
    subject: { agent: 'A' },
    unit: 'day',
    amount: 45_000n,
  });
});

it('keeps the dates, so that they can be shown', () => {
  const { terms } = custodyLine(TERMS, span('2026-10'), decimal('150'), 'A', [
    localDate('2026-10-09'),
  ]);
  expect(terms.quantity).toMatchObject({ source: { agentId: 'A', dates: ['2026-10-09'] } });
});
