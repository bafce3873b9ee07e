/** Consultations → consultations per day and contract. A row may serve a ladder and a scale at once. */
import { periodBefore, type BillingSpan } from '../../period/period.js';
import { workloadTiers } from '../../pricing/plans/registry.js';
import { type Contract } from '../../pricing/plans/registry.js';
import type { Problem } from '../../problem.js';
import type { Database } from '../database.js';
import { findOwners } from './owners.js';

/** Makes `consultation_days`, by contract, of the span and of the month before it. */
export async function rollUpConsultations(
  database: Database,
  span: BillingSpan,
  contracts: readonly Contract[],
): Promise<Problem[]> {
  const first = periodBefore(span.period).firstDay;
  const owning = (into: string, using: readonly Contract[]): Promise<Problem[]> =>
    findOwners(database, {
      table: 'consultations',
      into,
      date: 'fact.date_value',
      rows: `fact.outcome IS NULL AND fact.date_value BETWEEN '${first}' AND '${span.through}'`,
      contracts: using,
      hasRole: true,
    });
  const problems = [
    ...(await owning(
      'ladder_owners',
      contracts.filter(({ plan }) => plan === 'consultation_ladder'),
    )),
    ...(await owning(
      'scale_owners',
      contracts.filter((contract) => workloadTiers(contract) !== null),
    )),
  ];
  await database.run(`
    CREATE TEMP TABLE consultation_days AS
      SELECT contract_id, date, sum(consultations_value)::BIGINT AS consultations
      FROM (SELECT * FROM ladder_owners UNION ALL SELECT * FROM scale_owners) AS owner
      JOIN consultations USING (file, record) WHERE outcome IS NULL GROUP BY contract_id, date;
    UPDATE consultations SET outcome = 'other_period' WHERE outcome IS NULL
      AND date_value NOT BETWEEN '${span.period.firstDay}' AND '${span.through}';
    UPDATE consultations SET outcome = 'billed'
      FROM (SELECT file, record FROM ladder_owners UNION SELECT file, record FROM scale_owners) AS owner
      WHERE outcome IS NULL AND consultations.file = owner.file AND consultations.record = owner.record;
    UPDATE consultations SET outcome = 'not_used_by_plan' WHERE outcome IS NULL`);
  return problems;
}
