/** English words for what a price needs and does not find. */
import type { ProblemValues } from '../../../problem-values.js';
import type { ProblemSentence, ProblemWords } from '../../problem-words.js';
import { compactDates } from '../../compact-dates.js';
import { didYouMean, quoted } from '../phrases.js';

export const PRICES = {
  'score-missing': ({ agentId, contractId, period }) => ({
    message: `agent ${agentId} worked under contract ${contractId} in ${period}, and has no score`,
    hint: `add a row ${period},${contractId},${agentId} with the score; 1 is the target met`,
  }),
  'indicator-value-missing': ({ agentId, contractId, period, indicators }) => ({
    message: `agent ${agentId} is appraised under contract ${contractId} in ${period}, and has no value of ${indicators.join(', ')}`,
    hint: `add a row ${period},${contractId},${agentId} with the value, or one without an agent for all of them`,
  }),
  'score-computed': ({ agentId, contractId }) => ({
    message: `the score of ${agentId} is given, and contract ${contractId} has it computed from indicators`,
    hint: 'take the score out, or the indicators of the contract',
  }),
  'score-unused': scoreUnused,
  'exchange-rate-missing': (values) => {
    const { period, from, to } = values;
    return values.case === 'sales'
      ? {
          message: `contract ${values.contractId} has sales in ${from} and bills in ${to}, and ${period} has no rate from ${from} to ${to}`,
          hint: `add a row ${period},${from},${to} with the ${to} that one ${from} is worth`,
        }
      : {
          message: `${values.profile} books in ${to}, and there is no rate from ${from} for ${period}`,
          hint: `add the row ${period},${from},${to} with its rate; a run publishes nothing without it`,
        };
  },
  'consultation-day-missing': ({ contractId, dates }) => ({
    message: `contract ${contractId} needs a row of consultations for each of its days, and these have none: ${compactDates(dates)}`,
    hint: 'add the missing rows; a day on which nobody asked is a row with 0 consultations',
  }),
  'workload-unknown': ({ contractId, dates }) => ({
    message: `contract ${contractId} is priced by consultations per agent-day, and these days of work have no row of consultations: ${compactDates(dates)}`,
    hint: 'add the rows to the consultations, or check their merchant, store, role and dates; a day on which nobody asked is a row with 0',
  }),
  'ladder-exceeded': ({ contractId, upTo, dates }) => ({
    message: `contract ${contractId} ends at ${upTo} consultations a day, and these days have more: ${compactDates(dates)}`,
    hint: 'give the contract an overflow_rate, or a last tier with a blank up_to',
  }),
  'custody-outside-window': ({ startsAt, endsAt }) => ({
    message: `the shift from ${startsAt} to ${endsAt} has no minute inside the custody window`,
    hint: 'check its times; it is not billed',
  }),
  'adjustment-without-contract': ({ adjustmentId, merchantId, currency, period }) => ({
    message: `adjustment ${adjustmentId} finds no contract of ${merchantId} in ${currency} in force in ${period}, so its tax is unknown`,
    hint: 'name a contract of the merchant in contract_id',
  }),
  'adjustment-currency': ({ adjustmentId, currency, contractCurrency }) => ({
    message: `adjustment ${adjustmentId} is in ${currency}, and its contract in ${contractCurrency}`,
    hint: 'give it the currency of its contract',
  }),
  'tax-mixed': ({ merchantId, currency }) => ({
    message: `the contracts of ${merchantId} in ${currency} are partly with and partly without tax in their prices`,
    hint: 'give the contracts that share a document the same tax_included',
  }),
} satisfies Partial<ProblemWords>;

function scoreUnused(values: ProblemValues['score-unused']): ProblemSentence {
  const { contractId, period } = values;
  switch (values.case) {
    case 'not-worked':
      return {
        message: `agent ${values.agentId} has a score, and worked no shift under contract ${contractId} in ${period}`,
        hint: didYouMean(values.nearest, 'take the row out'),
      };
    case 'value-not-worked':
      return {
        message: `agent ${values.agentId} has a measured value, and worked no shift under contract ${contractId} in ${period}`,
        hint: didYouMean(values.nearest, 'take the row out'),
      };
    case 'no-appraisal':
      return {
        message: `contract ${contractId} has no appraisal in ${period}, so the score of ${values.agentId} counts for nothing`,
        hint: 'correct contract_id, or take the row out',
      };
    case 'value-no-appraisal':
      return {
        message: `contract ${contractId} has no appraisal in ${period}, so the value of ${quoted(values.indicator)} counts for nothing`,
        hint: 'correct contract_id, or take the row out',
      };
  }
}
