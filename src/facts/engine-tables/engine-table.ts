/** A table or view of the engine, as the files of this folder declare each. */

/** `file` is an enumeration: the files of one fact table. */
type ColumnType =
  | 'VARCHAR'
  | 'VARCHAR[]'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'BIGINT'
  | 'UBIGINT'
  | 'HUGEINT'
  | 'DATE'
  | 'TIMESTAMP'
  | 'TIMESTAMP WITH TIME ZONE'
  | 'row_outcome'
  | 'file';

export type Columns = Readonly<Record<string, ColumnType>>;

export interface EngineTable {
  /** What a row is. */
  readonly row: string;
  /** The file that makes it, from `src/facts`. */
  readonly madeBy: string;
  /** The other files that read it, or say what becomes of its rows. */
  readonly readBy: readonly string[];
  readonly columns: Columns;
  /** The column that no two rows share. */
  readonly key?: string;
}

/** Where a row of facts stands; record 1 is the first row below the header. */
export const ROW = { file: 'file', record: 'BIGINT' } as const;

/** A fact and the contract that owns it. */
export const OWNER = { ...ROW, contract_id: 'VARCHAR' } as const;

/** The contracts that own facts from a day to a day; `owner` is NULL where none of them could, or several. */
export const OWNER_SPAN = {
  merchant_id: 'VARCHAR',
  role: 'VARCHAR',
  store_id: 'VARCHAR',
  except_stores: 'VARCHAR[]',
  first_day: 'DATE',
  last_day: 'DATE',
  owner: 'VARCHAR',
  owners: 'VARCHAR[]',
  is_ambiguous: 'BOOLEAN',
} as const;

/** Whose a sum is; `place` is the contract's place in order of merchant and id. */
export const OF_CONTRACT = { place: 'INTEGER', contract_id: 'VARCHAR' } as const;
