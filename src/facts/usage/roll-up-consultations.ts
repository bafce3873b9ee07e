/** Consultations → consultations per day and contract. A row may serve a ladder and a scale at once. */
import { periodBefore, type BillingSpan } from '../../period/period.js';
import type { Contract } from '../../pricing/plans/registry.js';
import type { Problem } from '../../problem.js';
import type { Database } from '../database.js';
import { findOwners, type Ownership } from './find-owners.js';

/** Makes `consultation_days`, by contract, of the span and of the month before it. */
export async function rollUpConsultations(
  database: Database,
  span: BillingSpan,
  contracts: readonly Contract[],
): Promise<Problem[]> {
  const first = periodBefore(span.period).firstDay;
  const facts: Omit<Ownership, 'use' | 'spans'> = {
    table: 'consultations',
    date: 'fact.date_value',
    rows: `fact.outcome IS NULL AND fact.date_value BETWEEN '${first}' AND '${span.through}'`,
    hasRole: true,
  };
  const billed: Ownership = { ...facts, use: 'consultations', spans: 'consultation_owner_spans' };
  const measured: Ownership = {
    ...facts,
    use: 'workload_consultations',
    spans: 'workload_owner_spans',
  };
  const problems = [
    ...(await findOwners(database, contracts, billed, 'consultation_owners')),
    ...(await findOwners(database, contracts, measured, 'workload_owners')),
  ];
  await database.run(`
    CREATE TEMP TABLE consultation_days AS
      SELECT place, contract_id, date, sum(consultations_value)::BIGINT AS consultations
      FROM (SELECT * FROM consultation_owners UNION ALL SELECT * FROM workload_owners) AS owner
      JOIN consultations USING (file, record) JOIN contracts USING (contract_id)
      WHERE outcome IS NULL GROUP BY place, contract_id, date ORDER BY place, date;
    UPDATE consultations SET outcome = 'other_period' WHERE outcome IS NULL
      AND date_value NOT BETWEEN '${span.period.firstDay}' AND '${span.through}';
    UPDATE consultations SET outcome = 'billed'
      FROM (SELECT file, record FROM consultation_owners
        UNION SELECT file, record FROM workload_owners) AS owner
      WHERE outcome IS NULL AND consultations.file = owner.file AND consultations.record = owner.record;
    UPDATE consultations SET outcome = 'not_used_by_plan' WHERE outcome IS NULL`);
  return problems;
}
