/** English words for what merchants, contracts and tiers say of one another. */
import type { ContestedFacts } from '../../../contested-facts.js';
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { nearestWord } from '../../nearest-word.js';
import { andMore, didYouMean, quoted } from '../phrases.js';

export const CONTRACTS = {
  'merchant-unknown': merchantUnknown,
  'store-unknown': (values) => {
    const what =
      values.case === 'contract' ? `contract ${values.contractId}` : `the event day ${values.date}`;
    return {
      message: `${what} is for store ${quoted(values.storeId)}, and no fact of ${values.merchantId} names that store`,
      hint: didYouMean(values.nearest, 'let it be'),
    };
  },
  'contract-unknown': (values) => {
    switch (values.case) {
      case 'adjustment':
        return {
          message: `adjustment ${values.adjustmentId} names ${quoted(values.contractId)}, which is no contract of ${values.merchantId}`,
          hint: 'name one of its contracts, or leave the cell blank',
        };
      case 'asked':
        return {
          message: `there is no contract ${values.contractId}`,
          hint:
            values.nearest === null
              ? 'name a contract of contracts.csv'
              : `did you mean ${values.nearest}?`,
        };
      case 'tier':
        return {
          message: `the contract ${quoted(values.contractId)} is not in contracts.csv`,
          hint: didYouMean(values.nearest, 'add the contract'),
        };
      case 'score':
        return {
          message: `the contract ${quoted(values.contractId)} is not in contracts.csv`,
          hint: didYouMean(values.nearest, 'take the row out; the score counts for nobody'),
        };
    }
  },
  'contract-dates': ({ contractId, startsOn, endsOn }) => ({
    message: `contract ${contractId}: the contract ends on ${endsOn}, before it starts on ${startsOn}`,
    hint: 'correct one of the dates',
  }),
  'contract-overlap': ({ contractIds, facts, role, storeId, from, to }) => {
    const place = storeId === null ? 'all stores' : `store ${storeId}`;
    const contested = CONTESTED[facts];
    const ofWhom = facts === 'event_days' || facts === 'orders' ? '' : ` of ${role}`;
    return {
      message: `contracts ${contractIds.join(' and ')} are both in force for the ${contested}${ofWhom} of ${place}, ${from} to ${to}`,
      hint: 'end one of them, or give them different stores or roles; a shift that names neither, or a day that meets both, blocks the merchant',
    };
  },
  'contract-ambiguous': (values) =>
    values.case === 'fact'
      ? {
          message: `the contracts ${values.contractIds.join(', ')} all fit this row, and one alone may own it${andMore(values.moreRows)}`,
          hint: 'end one of them, give them different stores or roles, or name the contract in the shift',
        }
      : {
          message: `the contracts ${values.contractIds.join(', ')} all fit this day, and one alone may own it`,
          hint: 'end one of them, or give them different stores',
        },
  'tiers-missing': (values) =>
    values.case === 'commission'
      ? {
          message: `contract ${values.contractId}: there is neither a commission_rate nor commission tiers`,
          hint: 'give exactly one of them',
        }
      : {
          message: `contract ${values.contractId}: its plan needs tiers of exactly one of ${values.scales.join(', ')}`,
          hint: 'add them to contract-tiers.csv',
        },
  'tiers-not-rising': ({ recordBefore }) => ({
    message: `up_to is not above that of the tier before it, in record ${recordBefore}`,
    hint: 'put the tiers in rising order; only the last may be blank',
  }),
  'tiers-open-end': ({ scale, upTo }) => ({
    message: `the last tier of ${scale} ends at ${upTo}`,
    hint: 'leave up_to of the last tier blank',
  }),
  'tiers-unused': ({ contractId, plan, scale }) => ({
    message: `plan ${plan} of ${contractId} does not use tiers of ${scale}`,
    hint: 'take the tiers out, or choose the plan that was meant',
  }),
  'attachment-unused': ({ contractId, plan }) => ({
    message: `plan ${plan} of ${contractId} does not use these rows`,
    hint: 'take them out, or choose the plan that was meant; indicators need an appraisal_share',
  }),
  'charge-dates': (values) =>
    values.case === 'backwards'
      ? {
          message: `charge ${values.chargeId} ends on ${values.endsOn}, before it starts on ${values.startsOn}`,
          hint: 'correct one of the dates',
        }
      : {
          message: `charge ${values.chargeId} is made on no day of contract ${values.contractId}, which is in force from ${values.contractStartsOn} ${values.contractEndsOn === null ? 'on' : `to ${values.contractEndsOn}`}`,
          hint: 'correct its dates, or the contract that it names',
        },
  'bands-missing': ({ contractId, indicator }) => ({
    message: `contract ${contractId}: the indicator ${quoted(indicator)} has no bands`,
    hint: 'add them to kpi-bands.csv',
  }),
  'bands-not-rising': ({ recordBefore }) => ({
    message: `from is below that of the band before it, in record ${recordBefore}; each value takes the band with the largest from that it reaches`,
    hint: 'look for a wrong digit, or put the bands in rising order',
  }),
  'indicator-unknown': ({ contractId, indicator, nearest }) => ({
    message: `contract ${contractId} has no indicator ${quoted(indicator)}`,
    hint: didYouMean(nearest, 'add it to kpi-indicators.csv with its weight'),
  }),
  'tag-unknown': ({ contractId, tag, year, tags }) => ({
    message: `a surcharge of contract ${contractId} is for days of ${quoted(tag)}, and no day of ${year} has that tag`,
    hint: didYouMean(nearestWord(tag, tags), `add the days of ${year} to calendar.csv`),
  }),
} satisfies Partial<ProblemWords>;

function merchantUnknown(values: ProblemValues['merchant-unknown']): ProblemSentence {
  const merchant = quoted(values.merchantId);
  switch (values.case) {
    case 'facts':
      return {
        message: `the merchant ${merchant} is not in merchants.csv${andMore(values.moreRows)}`,
        hint: didYouMean(
          values.nearest,
          'add the merchant, or correct its id; until then nobody is billed for it',
        ),
      };
    case 'adjustment':
      return {
        message: `adjustment ${values.adjustmentId} is of ${merchant}, who is not in merchants.csv`,
        hint: didYouMean(values.nearest, 'add the merchant'),
      };
    case 'receipt':
      return {
        message: `receipt ${values.receiptId} is of ${merchant}, who is not in merchants.csv and was never billed`,
        hint: didYouMean(values.nearest, 'add the merchant'),
      };
    case 'contract':
      return {
        message: `contract ${values.contractId} is of merchant ${merchant}, who is not in merchants.csv`,
        hint: didYouMean(values.nearest, 'add the merchant'),
      };
    case 'event-day':
      return {
        message: `the merchant ${merchant} is not in merchants.csv`,
        hint: didYouMean(
          values.nearest,
          'add the merchant; until then nobody is billed for the day',
        ),
      };
    case 'reissue':
      return {
        message: `there is no merchant ${merchant}`,
        hint: didYouMean(values.nearest, 'the period comes first: run 2026-10 --reissue M1 M2'),
      };
    case 'asked':
      return {
        message: `there is no merchant ${values.merchantId}`,
        hint: values.nearest === null ? 'add the merchant' : `did you mean ${values.nearest}?`,
      };
  }
}

const CONTESTED: Readonly<Record<ContestedFacts, string>> = {
  shifts: 'shifts',
  consultations: 'consultations',
  workload_consultations: 'workload',
  orders: 'orders',
  event_days: 'event days',
};
