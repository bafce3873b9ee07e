/** The contracts of the invented month: in turn of every plan, with its variants. */

type Plan =
  | 'base_commission'
  | 'fixed_salary'
  | 'consultation_ladder'
  | 'event_hosting'
  | 'temporary_custody';

export interface BenchContract {
  readonly id: string;
  readonly plan: Plan;
  readonly scale: string;
  /** Of the merchant's orders. */
  readonly currency: string;
  readonly row: string;
}

interface Variant {
  readonly plan: Plan;
  readonly scale?: string;
  readonly currency?: string;
  /** Cells by column, besides those that all contracts have. */
  readonly cells: Readonly<Record<string, string>>;
}

const VARIANTS: readonly Variant[] = [
  { plan: 'base_commission', cells: { rate: '1500', commission_rate: '0.02', seats: '2' } },
  { plan: 'fixed_salary', cells: { rate: '5200', appraisal_share: '0.15' } },
  { plan: 'base_commission', scale: 'net_sales', cells: { rate: '1200', minimum_fee: '2000' } },
  { plan: 'consultation_ladder', scale: 'daily_consultations', cells: { overflow_rate: '1.2' } },
  {
    plan: 'base_commission',
    currency: 'USD',
    cells: { rate: '1000', commission_rate: '0.015', partial_refunds: 'exclude' },
  },
  { plan: 'temporary_custody', cells: { rate: '150', discount_rate: '0.05' } },
  { plan: 'base_commission', scale: 'average_order_value', cells: { rate: '1500' } },
  { plan: 'event_hosting', cells: { rate: '200' } },
  { plan: 'consultation_ladder', scale: 'average_daily_consultations', cells: {} },
  { plan: 'base_commission', cells: { rate: '800', commission_rate: '0.03' } },
];

const TIERS: Readonly<Record<string, readonly string[]>> = {
  net_sales: ['graduated,20000,0.03', 'graduated,80000,0.02', 'graduated,,0.01'],
  daily_consultations: [',50,60', ',100,110', ',150,150'],
  average_order_value: [',200,0.02', ',,0.03'],
  average_daily_consultations: [',100,3000', ',,4200'],
};

const COLUMNS = [
  'rate',
  'standard_days',
  'hours_per_day',
  'appraisal_share',
  'appraisal_from',
  'commission_rate',
  'partial_refunds',
  'overflow_rate',
  'window_start',
  'window_end',
  'discount_rate',
  'minimum_fee',
];

export function contractOf(at: number, merchant: string): BenchContract {
  const variant = VARIANTS[at % VARIANTS.length] ?? { plan: 'event_hosting', cells: {} };
  const id = `C${merchant}`;
  const cells = COLUMNS.map((column) => variant.cells[column] ?? '');
  const row = `${id},${merchant},,${variant.plan},,2026-09-01,,CNY,${variant.cells['seats'] ?? ''},${cells.join(',')},0.06,false,net 30`;
  const { plan, scale = '', currency = 'CNY' } = variant;
  return { id, plan, scale, currency, row };
}

/** `scale,mode,up_to,price` of each tier. */
export function tiersOf({ scale }: BenchContract): string[] {
  return (TIERS[scale] ?? []).map((tier) => `${scale},${tier}`);
}
