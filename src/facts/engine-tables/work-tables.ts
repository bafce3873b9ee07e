/** Tables of the work of agents: shifts and consultations, rolled up by contract. */
import { OF_CONTRACT, OWNER, OWNER_SPAN, ROW, type EngineTable } from './engine-table.js';

export const WORK_TABLES = {
  overlapping_shifts: {
    row: 'a shift of an agent who still works another for the merchant',
    madeBy: 'usage/roll-up-shifts.ts',
    readBy: [],
    columns: {
      ...ROW,
      merchant_id: 'VARCHAR',
      agent_id: 'VARCHAR',
      shift_id: 'VARCHAR',
      other_id: 'VARCHAR',
    },
  },
  shift_owner_spans: {
    row: 'who owns the shifts of a merchant, role and store from a day to a day',
    madeBy: 'usage/roll-up-shifts.ts',
    readBy: [],
    columns: OWNER_SPAN,
  },
  shift_owners: {
    row: 'a shift and its contract',
    madeBy: 'usage/roll-up-shifts.ts',
    readBy: ['usage/source-rows.ts', 'usage/unowned-work.ts'],
    columns: OWNER,
  },
  owned_shifts: {
    row: 'a billed shift',
    madeBy: 'usage/roll-up-shifts.ts',
    readBy: [],
    columns: {
      ...ROW,
      ...OF_CONTRACT,
      agent_id: 'VARCHAR',
      shift: 'VARCHAR',
      date: 'VARCHAR',
      starts_at_instant: 'TIMESTAMP WITH TIME ZONE',
      ends_at_instant: 'TIMESTAMP WITH TIME ZONE',
      has_times: 'BOOLEAN',
      has_window: 'BOOLEAN',
      is_inside_window: 'BOOLEAN',
    },
  },
  attendance: {
    row: 'the microseconds that an agent worked on a date under one shift name',
    madeBy: 'usage/roll-up-shifts.ts',
    readBy: ['usage/kept-tables.ts', 'usage/usage-of-contracts.ts'],
    columns: {
      ...OF_CONTRACT,
      agent_id: 'VARCHAR',
      shift: 'VARCHAR',
      date: 'VARCHAR',
      worked: 'BIGINT',
    },
  },
  shift_times: {
    row: 'a billed shift of a contract that is priced by hours or by the clock; microseconds since 1970',
    madeBy: 'usage/roll-up-shifts.ts',
    readBy: ['usage/kept-tables.ts', 'usage/usage-of-contracts.ts'],
    columns: {
      ...OF_CONTRACT,
      agent_id: 'VARCHAR',
      shift: 'VARCHAR',
      date: 'VARCHAR',
      started: 'BIGINT',
      ended: 'BIGINT',
    },
  },
  custody_days: {
    row: 'an agent who works inside the window of a custody contract on a date',
    madeBy: 'usage/roll-up-shifts.ts',
    readBy: ['usage/kept-tables.ts', 'usage/usage-of-contracts.ts'],
    columns: { ...OF_CONTRACT, agent_id: 'VARCHAR', date: 'VARCHAR' },
  },
  consultation_owner_spans: {
    row: 'who bills the consultations of a merchant, role and store from a day to a day',
    madeBy: 'usage/roll-up-consultations.ts',
    readBy: [],
    columns: OWNER_SPAN,
  },
  consultation_owners: {
    row: 'consultations and the contract that bills them',
    madeBy: 'usage/roll-up-consultations.ts',
    readBy: ['usage/source-rows.ts'],
    columns: OWNER,
  },
  workload_owner_spans: {
    row: 'whose price the consultations of a merchant, role and store pick from a day to a day',
    madeBy: 'usage/roll-up-consultations.ts',
    readBy: [],
    columns: OWNER_SPAN,
  },
  workload_owners: {
    row: 'consultations and the contract whose price they pick',
    madeBy: 'usage/roll-up-consultations.ts',
    readBy: ['usage/source-rows.ts'],
    columns: OWNER,
  },
  consultation_days: {
    row: 'the consultations of a contract on a date, of the span and the month before it',
    madeBy: 'usage/roll-up-consultations.ts',
    readBy: ['usage/kept-tables.ts', 'usage/usage-of-contracts.ts'],
    columns: { ...OF_CONTRACT, date: 'VARCHAR', consultations: 'BIGINT' },
  },
} as const satisfies Readonly<Record<string, EngineTable>>;
