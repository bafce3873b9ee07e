/** Addresses of `merchants.csv` that a mail merge would stumble over. */
import { expect, it } from 'vitest';
import { isMailable, mailWarnings } from '../../src/reference/mail-addresses.js';

it.each([
  ['finance@yunqi.example', true],
  ['a@x.example; b@y.example', true],
  ['a@x.example，b@y.example', true],
  ['张三@公司.中国', true],
  ['finance@yunqi', false],
  ['finance at yunqi.example', false],
  ['a@x.example;', false],
  ['<a@x.example>', false],
  ['a@@x.example', false],
  ['13800000000', false],
])('%s: %s', (email, expected) => {
  expect(isMailable(email)).toBe(expected);
});

const row = (record: number, email: string) => {
  return { record, merchant_id: `M${record}`, name: `N${record}`, email };
};

it('blank ones are told once, and only where somebody has one', () => {
  expect(mailWarnings([row(1, ''), row(2, '')])).toEqual([]);
  const told = mailWarnings([row(1, ''), row(2, 'a@x.example'), row(3, 'a@x'), row(4, '')]);
  expect(told.map(({ severity, record, values }) => [severity, record, values])).toEqual([
    ['warning', 3, { case: 'malformed', cell: 'a@x' }],
    ['warning', null, { case: 'blank', merchants: ['M1 N1', 'M4 N4'], moreMerchants: 0 }],
  ]);
});
