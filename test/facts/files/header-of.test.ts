import { describe, expect, it } from 'vitest';
import { headerNames, headerOf } from '../../../src/facts/files/header-of.js';

it('a name that goes over two lines is one line', () => {
  expect(headerOf('"订单\n编号", 付款时间 ,\'总金额\nO1,x,1\n', ',')).toEqual([
    '订单 编号',
    '付款时间',
    '总金额',
  ]);
});

describe('a column without a name takes that of the line above', () => {
  it('where the header goes over two rows, the last column among them', () => {
    const above = ['订单', '', '付款', '', '客服'];
    expect(headerNames(['编号', '状态', '付款时间', '总金额', ''], above)).toEqual([
      '编号',
      '状态',
      '付款时间',
      '总金额',
      '客服',
    ]);
  });

  it('and where the line above is a title, none', () => {
    expect(headerNames(['编号', '', '总金额'], ['十月报表', '', ''])).toEqual([
      '编号',
      '',
      '总金额',
    ]);
  });
});
