import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database, isOneOf, quoted } from '../../src/facts/database.js';
import { temporaryFolder } from '../support/temporary-folder.js';

let database: Database;

beforeAll(async () => {
  database = await Database.open(temporaryFolder());
});

afterAll(() => {
  database.close();
});

/** More than the five that the engine takes for a list of its own. */
const VALUES = ["it's", '', '#N/A', '无', 'a,b', '"', 'null'];

it.each([...VALUES, "it''s", ' ', 'N/A', 'NULL', null])(
  '%j is looked up as it is',
  async (text) => {
    const [row] = await database.rows(
      `SELECT ${isOneOf('text', VALUES)} AS found FROM (SELECT ${quoted(text)}::VARCHAR AS text)`,
    );
    expect(row).toEqual({ found: text === null ? null : VALUES.includes(text) });
  },
);
