/** Races one after the other, in turn at each of the meetings, in a folder that goes with them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Ended } from './child.js';

export interface Race {
  readonly ended: readonly Ended[];
  readonly wrong: readonly string[];
}

export interface Races {
  /** The runs of each race. */
  readonly ended: readonly (readonly Ended[])[];
  /** Runs that were told that another came first. */
  readonly tooLate: number;
  readonly failures: readonly string[];
}

export async function raceInTurn<Meeting extends { readonly name: string }, Ground>(
  meetings: readonly Meeting[],
  races: number,
  prepare: (folder: string) => Promise<Ground>,
  raceOnce: (ground: Ground, meeting: Meeting, place: string) => Promise<Race>,
): Promise<Races> {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-race-'));
  const ended: (readonly Ended[])[] = [];
  const failures: string[] = [];
  try {
    const ground = await prepare(folder);
    for (let race = 0; race < races; race++) {
      const meeting = meetings[race % meetings.length];
      if (meeting === undefined) continue;
      const found = await raceOnce(ground, meeting, join(folder, `race-${race}`));
      ended.push(found.ended);
      if (found.wrong.length > 0)
        failures.push(`race ${race + 1}, ${meeting.name}:\n    ${found.wrong.join('\n    ')}`);
    }
    const tooLate = ended.flat().filter(({ status }) => status === 1).length;
    return { ended, tooLate, failures };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
