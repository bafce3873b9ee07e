import { expect, it } from 'vitest';
import { closestWord, nearestWord } from '../../src/words/nearest-word.js';

it.each([
  ['one letter off', 'amuont', ['amount', 'agent_id'], 'amount'],
  // two letters lie between agent and amount, three between agent and agent_id
  ['a word that holds it goes before a nearer one', 'agent', ['amount', 'agent_id'], 'agent_id'],
  ['a word that it holds', 'paid_at_time', ['paid_at', 'paid_by_whom'], 'paid_at'],
  ['capitals', 'Order_ID', ['order_id', 'paid_at'], 'order_id'],
  ['letters in another order', 'nmae', ['email', 'name'], 'name'],
  ['zeros in front', 'M001', ['M10', 'M1'], 'M1'],
  ['full width', 'Ｍ1', ['M1', 'M2'], 'M1'],
  // one letter of four
  ['one character in four', '付款时刻', ['订单编号', '付款时间'], '付款时间'],
])('%s', (_name, word, words, expected) => {
  expect(nearestWord(word, words)).toBe(expected);
});

it.each([
  ['a word of another language', '出勤', ['worked', 'absent', 'leave']],
  ['an id that differs in its digits', 'T6', ['T1', 'T2']],
  ['an id that holds another', 'M10', ['M1']],
  ['a blank word', '', ['ab', 'a']],
  ['a short word that any may hold', 'a', ['amount', 'agent_id']],
  // two letters of four are others
  ['a word too far', '付款时间', ['支付时间']],
])('%s has none', (_name, word, words) => {
  expect(nearestWord(word, words)).toBeNull();
});

it('the closest is so however far', () => {
  // 18 is one digit from 17, and two from 20
  expect(closestWord('INV-18', ['INV-20', 'INV-17'])).toBe('INV-17');
  expect(closestWord('INV-18', [])).toBeNull();
});

it('among no words there is none', () => {
  expect(nearestWord('agent', [])).toBeNull();
});
