import { expect, it } from 'vitest';
import { indicatorsOf } from '../../src/reference/indicators.js';
import { decimal } from '../pricing/builders.js';

const band = (record: number, indicator: string, from: string, points: string) => ({
  record,
  contract_id: 'C1',
  indicator,
  from: decimal(from),
  points: decimal(points),
});
const weighed = (record: number, indicator: string, weight: string) => ({
  record,
  contract_id: 'C1',
  indicator,
  weight: decimal(weight),
});

it('bands stand in rising order, however the file has them; one out of order is told', () => {
  const bands = [band(1, 'a', '50', '85'), band(2, 'a', '0', '10')];
  const { indicators, problems } = indicatorsOf([weighed(1, 'a', '30')], bands, 'M1');
  expect(problems).toMatchObject([
    { severity: 'warning', code: 'bands-not-rising', record: 2, values: { recordBefore: 1 } },
  ]);
  expect(indicators[0]?.bands.map(({ from }) => from.toDecimal())).toEqual(['0', '50']);
});

it('two bands of an indicator that begin at one value are a problem, also where they are written apart', () => {
  const bands = [band(1, 'a', '0.5', '85'), band(2, 'b', '0.5', '85'), band(3, 'a', '0.50', '90')];
  const rows = [weighed(1, 'a', '1'), weighed(2, 'b', '1')];
  expect(indicatorsOf(rows, bands, 'M1').problems).toMatchObject([
    {
      code: 'key-conflict',
      file: 'kpi-bands.csv',
      record: 3,
      column: 'from',
      merchantId: 'M1',
      values: { otherRecord: 1 },
    },
  ]);
});

it('weights that come to 0, an indicator without bands, and bands of no indicator are problems', () => {
  const bands = [band(1, 'a', '0', '85'), band(2, 'conversoin', '0', '85')];
  const rows = [weighed(1, 'a', '0'), weighed(2, 'conversion', '0')];
  expect(indicatorsOf(rows, bands, 'M1').problems.map(({ code }) => code)).toEqual([
    'number-out-of-range',
    'bands-missing',
    'indicator-unknown',
  ]);
});
