/** The words of problems that a price meets: what it needs and does not find. */
import type { ProblemWords } from '../../problem-words.js';
import { compactDates } from '../../compact-dates.js';

export const PRICES = {
  'score-missing': ({ agentId, contractId, period }) => ({
    message: `agent ${agentId} worked under contract ${contractId} in ${period}, and has no score`,
    hint: `add a row ${period},${contractId},${agentId} with the score; 1 is the target met`,
  }),
  'exchange-rate-missing': (values) => {
    if (!('case' in values)) return values;
    const { contractId, period, from, to } = values;
    return {
      message: `contract ${contractId} has sales in ${from} and bills in ${to}, and ${period} has no rate from ${from} to ${to}`,
      hint: `add a row ${period},${from},${to} with the ${to} that one ${from} is worth`,
    };
  },
  'consultation-day-missing': (values) => {
    const { contractId } = values;
    return values.case === 'days'
      ? {
          message: `contract ${contractId} needs a row of consultations for each of its days, and these have none: ${compactDates(values.dates)}`,
          hint: 'add the missing rows; a day on which nobody asked is a row with 0 consultations',
        }
      : {
          message: `contract ${contractId} is priced by the average of ${values.period}, and that month has no row`,
          hint: `add the rows of ${values.period} to the consultations`,
        };
  },
  'workload-unknown': ({ contractId, period }) => ({
    message: `contract ${contractId} is priced by consultations per agent-day, and ${period} has no row of consultations for it`,
    hint: 'add the rows to the consultations, or check their merchant, store, role and dates',
  }),
  'ladder-exceeded': ({ contractId, upTo, dates }) => ({
    message: `contract ${contractId} ends at ${upTo} consultations a day, and these days have more: ${compactDates(dates)}`,
    hint: 'give the contract an overflow_rate, or a last tier with a blank up_to',
  }),
  'adjustment-without-contract': ({ adjustmentId, merchantId, currency, period }) => ({
    message: `adjustment ${adjustmentId} finds no contract of ${merchantId} in ${currency} in force in ${period}, so its tax is unknown`,
    hint: 'name a contract of the merchant in contract_id',
  }),
  'tax-mixed': ({ merchantId, currency }) => ({
    message: `the contracts of ${merchantId} in ${currency} are partly with and partly without tax in their prices`,
    hint: 'give the contracts that share a document the same tax_included',
  }),
} satisfies Partial<ProblemWords>;
