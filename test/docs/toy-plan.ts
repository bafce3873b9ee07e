/**
 * A plan that is there to show what a plan costs: `campaign_toy`, a rate per agent and event day plus
 * a commission on net sales. It is laid over a copy of the program, and never part of it.
 */

/** Files that are new. */
export const NEW_FILES: Readonly<Record<string, string>> = {
  'src/pricing/plans/campaign-toy.ts': `/**
 * \`campaign_toy\`: a rate per agent and event day, plus a commission on the net sales of the month.
 *
 * > 2 agents on one day at 200: 400.00. Net sales 10,000.00 at 2 %: 200.00. Sum 600.00.
 */
import type { Rational } from '../../money/rational.js';
import type { ContractReader } from '../contract-reader.js';
import type { ContractTerms } from '../contract.js';
import { commissionLines } from '../lines/commission.js';
import { eventLine } from '../lines/event.js';
import { netSales } from '../net-sales.js';
import { priced, type PricedLines } from '../priced.js';
import type { Usage } from '../usage.js';
import type { PlanDefinition, PricingContext } from './plan.js';

export interface CampaignToyContract extends ContractTerms {
  readonly plan: 'campaign_toy';
  /** Per agent and event day. */
  readonly rate: Rational;
  readonly commissionRate: Rational;
}

export const campaignToy = {
  plan: 'campaign_toy',
  facts: ['event_days', 'orders'],
  columns: ['rate', 'commission_rate'],
  scales: [],
  contractOf,
  price: priceCampaignToy,
} as const satisfies PlanDefinition<CampaignToyContract>;

function contractOf(reader: ContractReader): CampaignToyContract | null {
  const { commission_rate: commissionRate, contract_id: contractId, plan } = reader.cells;
  if (commissionRate === null) {
    reader.add('cell-blank', 'commission_rate', { case: 'plan', contractId, plan });
    return null;
  }
  return { ...reader.terms(), plan: 'campaign_toy', rate: reader.rate(), commissionRate };
}

/** A line for each event day, in order of date; then the commission. */
function priceCampaignToy(
  contract: CampaignToyContract,
  usage: Usage,
  { span, rates }: PricingContext,
): PricedLines {
  const days = [...usage.eventDays].sort((left, right) => (left.date < right.date ? -1 : 1));
  const lines = days.map((day) => eventLine(contract, span, contract.rate, day.event, [day]));
  if (usage.sales.length === 0) return priced(lines);
  const sales = netSales(contract, span, usage.sales, rates);
  const commission = { scale: 'flat', rate: contract.commissionRate } as const;
  return 'net' in sales
    ? priced([...lines, ...commissionLines(contract, span, commission, sales)])
    : priced(lines, sales);
}
`,
  'fixtures/plans/campaign-toy/README.md': `# campaign-toy

2 agents on one event day at 200.00: 400.00. One order of 10,000.00 at 2 %: 200.00.
Sum 600.00, tax 36.00, total 636.00.
`,
  'fixtures/plans/campaign-toy/input/contracts.csv': `contract_id,merchant_id,plan,starts_on,currency,rate,commission_rate,tax_rate,tax_included,payment_terms
C1,M1,campaign_toy,2026-10-01,CNY,200,0.02,0.06,false,net 30
`,
  'fixtures/plans/campaign-toy/input/event-days.csv': `merchant_id,store_id,date,event,agents
M1,,2026-10-10,Double 11,2
`,
  'fixtures/plans/campaign-toy/input/orders.csv': `order_id,merchant_id,store_id,paid_at,amount,currency,agent_id
O1,M1,T1,2026-10-10T10:00,10000.00,CNY,A
`,
  'fixtures/plans/campaign-toy/expected/lines.csv': `merchant_id,currency,contract_id,kind,quantity,unit,unit_price,amount
M1,CNY,C1,event,2,agent_day,200,400.00
M1,CNY,C1,commission,10000,CNY,0.02,200.00
`,
  'fixtures/plans/campaign-toy/expected/invoices.csv': `merchant_id,currency,type,net,tax,total
M1,CNY,invoice,600.00,36.00,636.00
`,
  'fixtures/plans/campaign-toy/expected/problems.csv': 'severity,code,merchant_id\n',
};

/** What is added to a file that is there, behind the first place where `behind` stands. */
export interface Addition {
  readonly file: string;
  readonly behind: string;
  readonly text: string;
}

export const ADDITIONS: readonly Addition[] = [
  {
    file: 'src/pricing/plans/registry.ts',
    behind: "import { baseCommission } from './base-commission.js';\n",
    text: "import { campaignToy } from './campaign-toy.js';\n",
  },
  {
    file: 'src/pricing/plans/registry.ts',
    behind: 'const DEFINITIONS = [\n',
    text: '  campaignToy,\n',
  },
  {
    file: 'src/words/labels.ts',
    behind: 'export const PLAN_LABELS: Readonly<Record<Plan, Bilingual>> = {\n',
    text: "  campaign_toy: { zh: '活动加提成', en: 'Campaign' },\n",
  },
  {
    file: 'src/words/labels.ts',
    behind: 'export const PLAN_WORDS: Readonly<Record<Plan, Bilingual>> = {\n',
    text: "  campaign_toy: { zh: '活动按人天计费，另加提成', en: 'A price per event day, and a share' },\n",
  },
  { file: 'docs/pricing.md', behind: '', text: '### campaign_toy\n\n' },
];
