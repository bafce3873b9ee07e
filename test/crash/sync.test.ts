/** A kill loses no bytes that were only written; a power cut does. So what is renamed must be synced before. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { callsIn, mustSucceed } from './dead-staging.js';
import type { Mode } from './child.js';
import type { Call } from './hook.js';
import { writeInput } from './input.js';
import { treeOf } from './tree.js';
import { temporaryFolder } from '../support/temporary-folder.js';

const folder = temporaryFolder();

/** Paths whose last change comes after their last sync, at this call. */
function unsyncedBefore(calls: readonly Call[], end: number): string[] {
  const dirty = new Set<string>();
  for (const { name, path, target } of calls.slice(0, end)) {
    if (name === 'sync') dirty.delete(path);
    if (name === 'writeFile' || name === 'write') dirty.add(path);
    if (['create', 'mkdir', 'unlink', 'rmdir'].includes(name)) dirty.add(dirname(path));
    if (name === 'rename' || name === 'symlink') dirty.add(dirname(target));
  }
  return [...dirty].sort();
}

async function traced(mode: Mode): Promise<Call[]> {
  const output = join(folder, mode);
  mkdirSync(output);
  return callsIn({ mode, input: writeInput(join(folder, 'input'), true), output });
}

it.each(['run', 'preview'] as const)(
  '%s: all in the staging folder is synced first',
  async (mode) => {
    const calls = await traced(mode);
    const commit = calls.findIndex(
      ({ name, path }) => name === 'rename' && path.includes('.staging-'),
    );
    const staging = calls[commit]?.path ?? '';
    expect(staging).toContain('.staging-');
    expect(unsyncedBefore(calls, commit).filter((path) => path.startsWith(staging))).toEqual([]);
    expect(
      calls.filter(({ name, path }) => name === 'create' && path.startsWith(staging)),
    ).not.toEqual([]);
    expect(unsyncedBefore(calls, commit)).not.toContain('output');

    // What makes it visible, and the names in the period's folder, are synced last.
    const removal = calls.findIndex(({ name }, at) => at > commit && name === 'rm');
    expect(unsyncedBefore(calls, removal)).not.toContain('output/2026-10');
  },
);

const BOOKS = {
  ubl: {
    seller: {
      country: 'CN',
      vat_id: 'CN91330100MA00000001',
      endpoint_scheme: '0060',
      endpoint_id: '548000000',
      city: 'Hangzhou',
      postal_zone: '310000',
      contact_name: 'Finance',
    },
    buyers: Object.fromEntries(
      ['M1', 'M2', 'M3'].map((id, at) => [
        id,
        { country: 'CN', endpoint_scheme: '0060', endpoint_id: `54800000${at + 1}` },
      ]),
    ),
    tax_categories: { '0.06': { category: 'S' } },
  },
};

it('run: each file that is published is synced before, e-invoices like the rest', async () => {
  const input = writeInput(join(folder, 'with-books'), true);
  const provider = join(input, 'provider.json');
  const known = JSON.parse(readFileSync(provider, 'utf8')) as object;
  writeFileSync(provider, JSON.stringify({ ...known, finance: ['ubl'] }));
  writeFileSync(join(input, 'finance.json'), JSON.stringify(BOOKS));
  const [output, trace] = [join(folder, 'books'), join(folder, 'trace')];
  mkdirSync(output);
  await mustSucceed({ mode: 'run', input, output }, { hook: { CRASH_TRACE: trace } });
  const calls = readFileSync(trace, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Call);
  const commit = calls.findIndex(
    ({ name, path }) => name === 'rename' && path.includes('.staging-'),
  );
  const staging = calls[commit]?.path ?? '';
  const synced = new Set(
    calls
      .slice(0, commit)
      .filter(({ name }) => name === 'sync')
      .map(({ path }) => relative(staging, path)),
  );
  const published = [...treeOf(join(output, '2026-10/batch-001')).keys()];
  expect(published.filter((path) => /^finance\/ubl\/.+\.xml$/.test(path))).toHaveLength(3);
  expect(published.filter((path) => !synced.has(path))).toEqual([]);
  expect(unsyncedBefore(calls, commit).filter((path) => path.startsWith(staging))).toEqual([]);
});
