import { expect, it } from 'vitest';
import { offerRounds } from '../../src/compare/offer-rounds.js';
import { usualOffers } from '../../src/compare/usual-offers.js';
import { sayIn } from '../../src/words/language.js';

const OFFERS = usualOffers(sayIn('en'));
const offer = (id: string) => OFFERS.filter(({ offerId }) => offerId === id);
const plansOf = (offers: typeof OFFERS): string[][] =>
  offerRounds(offers).map((round) => round.map(({ contract }) => contract.plan));

it('rolls the usual offers up in three rounds: three of them compete for shifts', () => {
  expect(plansOf(OFFERS)).toEqual([
    ['fixed_salary', 'consultation_ladder', 'event_hosting'],
    ['base_commission'],
    ['temporary_custody'],
  ]);
});

it('rolls offers that differ in their prices alone up once', () => {
  const [salary] = offer('salary');
  const dearer = salary && { ...salary, offerId: 'dearer' };
  expect(plansOf([...offer('salary'), ...(dearer ? [dearer] : [])])).toEqual([['fixed_salary']]);
});

it('needs a round for each window of custody', () => {
  const [custody] = offer('custody');
  const night =
    custody?.contract.plan === 'temporary_custody'
      ? [
          {
            ...custody,
            contract: { ...custody.contract, window: { startMinute: 0, endMinute: 480 } },
          },
        ]
      : [];
  expect(plansOf([...offer('custody'), ...night])).toEqual([
    ['temporary_custody'],
    ['temporary_custody'],
  ]);
});
