/** The drawing of docs/architecture.md is the rooms as their imports have them. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');
const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8');

interface Rules {
  readonly forbidden: readonly { readonly name: string }[];
}
const rules = createRequire(import.meta.url)('../../.config/dependency-cruiser.cjs') as Rules;

type Arrows = ReadonlyMap<string, ReadonlySet<string>>;

/** Which rooms each room imports. */
function imported(): Arrows {
  const rooms = readdirSync(SRC, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return new Map(rooms.map(({ name }) => [name, roomsImportedBy(name)]));
}

function roomsImportedBy(room: string): Set<string> {
  const files = readdirSync(join(SRC, room), { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const path = join(SRC, room, file);
      const imports = readFileSync(path, 'utf8').matchAll(/(?:from|import\()\s*'(\.[^']+)'/g);
      return [...imports].map(([, target = '']) => relative(SRC, join(dirname(path), target)));
    });
  return new Set(
    found.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''),
  );
}

/** Whether a room is reached from another over at least one room between them. */
function isReachedByOthers(arrows: Arrows, from: string, to: string): boolean {
  const reaches = (room: string): boolean =>
    room === to || [...(arrows.get(room) ?? [])].some((next) => next !== room && reaches(next));
  return [...(arrows.get(from) ?? [])].some((next) => ![from, to].includes(next) && reaches(next));
}

it('draws each arrow that does not follow from others, and no other', () => {
  const arrows = imported();
  const needed = [...arrows].flatMap(([from, rooms]) =>
    [...rooms]
      .filter((to) => to !== from && !isReachedByOthers(arrows, from, to))
      .map((to) => `${from} --> ${to}`),
  );
  const drawn = [...page.matchAll(/^ {2}(\w+ --> \w+)$/gm)].map(([, arrow]) => arrow);
  expect(drawn.toSorted()).toEqual(needed.toSorted());
});

it('says of each room what it does', () => {
  const described = [...page.matchAll(/^\| ((?:`\w+` ?)+) \|/gm)].flatMap(([, rooms = '']) =>
    [...rooms.matchAll(/\w+/g)].map(([room]) => room),
  );
  expect(described.toSorted()).toEqual([...imported().keys()].toSorted());
});

it('has a rule against arrows back from each room but the last', () => {
  const held = rules.forbidden.map(({ name }) => /^(\w+)-looks-down$/.exec(name)?.[1] ?? '');
  expect([...held.filter(Boolean), 'cli'].toSorted()).toEqual([...imported().keys()].toSorted());
});

it.each([
  ['architecture.md', page],
  ['adding-a-plan.md', readFileSync(join(ROOT, 'docs/adding-a-plan.md'), 'utf8')],
])('%s names files that there are', (_, text) => {
  const named = [
    ...text.matchAll(/`((?:src\/)?[a-z-]+(?:\/[a-z-]+)*\.(?:ts|md)|docs\/[a-z-]+\.md)`/g),
  ]
    .map(([, path = '']) => path)
    .filter((path) => path.includes('/'));
  expect(named.length).toBeGreaterThan(10);
  const isThere = (path: string): boolean =>
    [ROOT, SRC, join(SRC, 'pricing')].some((folder) => existsSync(join(folder, path)));
  expect(named.filter((path) => !isThere(path))).toEqual([]);
});
