/** English words for offers that cannot be compared. */
import type { ProblemWords } from '../../problem-words.js';

export const OFFERS = {
  'offer-id-taken': ({ offerId }) => ({
    message: `the offer ${offerId} has the id of a contract, so nobody can tell whose tiers are whose`,
    hint: 'give the offer an id of its own, there and in contract-tiers.csv',
  }),
  'offer-without-shifts': ({ offerId, role, period }) => ({
    message: `offer ${offerId} is priced by shifts, and ${period} has none in the role ${role}: nobody knows how many agents it would take`,
    hint: 'say in offers.csv how many agents, each on how many days of a month',
  }),
  'offer-without-orders': ({ offerId, period }) => ({
    message: `offer ${offerId} takes a share of sales, and ${period} has no order that an agent led to: nobody knows what it would come to`,
    hint: 'put the orders into the input folder, with the agents who led to them',
  }),
} satisfies Partial<ProblemWords>;
