/** What a folder holds, link by link and byte by byte, and what a reader of the output sees of it. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';

/** Relative path → `folder`, `link to …`, or a file's size and hash. */
export type Tree = ReadonlyMap<string, string>;

export function treeOf(root: string): Tree {
  const tree = new Map<string, string>();
  const walk = (place: string): void => {
    for (const name of readdirSync(join(root, place)).sort()) {
      const path = place === '' ? name : `${place}/${name}`;
      tree.set(path, describe(join(root, path)));
      if (tree.get(path) === 'folder') walk(path);
    }
  };
  walk('');
  return tree;
}

function describe(path: string): string {
  const entry = lstatSync(path);
  if (entry.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  if (entry.isDirectory()) return 'folder';
  if (!entry.isFile()) return 'special';
  const hash = createHash('sha256').update(readFileSync(path)).digest('hex');
  return `file of ${entry.size} bytes, ${hash}`;
}

/** What a reader sees: the batches, and the preview through its pointer. No batch is read by way of HEAD. */
export function visibleOf(tree: Tree): Tree {
  const visible = new Map<string, string>();
  for (const [path, what] of tree) {
    if (path === 'HEAD' || /(^|\/)\.(staging|trash|preview|pointer|head)-/.test(path)) continue;
    const version = path.endsWith('/preview')
      ? /^link to (\.preview-.*)$/.exec(what)?.[1]
      : undefined;
    visible.set(path, version === undefined ? what : 'pointer');
    if (version === undefined) continue;
    const from = `${path.slice(0, -'preview'.length)}${version}`;
    for (const [inner, content] of tree)
      if (inner === from || inner.startsWith(`${from}/`))
        visible.set(`${path}/${inner.slice(from.length)}`, content);
  }
  return visible;
}

/** The whole tree, with the name of the current preview's folder made the same in every run. */
export function completeOf(tree: Tree): Tree {
  const current = [...tree].flatMap(([path, what]) =>
    path.endsWith('/preview') ? (/^link to (.*)$/.exec(what)?.[1] ?? []) : [],
  );
  const name = (text: string): string =>
    current.reduce((known, version) => known.replaceAll(version, '.preview-current'), text);
  return new Map([...tree].map(([path, what]) => [name(path), name(what)]));
}

/** Differences, in words; none where the trees are equal. */
export function differences(actual: Tree, expected: Tree): string[] {
  const paths = [...new Set([...actual.keys(), ...expected.keys()])].sort();
  return paths.flatMap((path) => {
    const [is, should] = [actual.get(path), expected.get(path)];
    if (is === should) return [];
    return [`${path}: ${is ?? 'is not there'}, expected ${should ?? 'nothing'}`];
  });
}

/** The relative paths and sizes, with what is random in a name taken out: one text per state. */
export function stateOf(tree: Tree): string {
  const plain = (text: string): string =>
    text.replaceAll(/\.(staging|trash|preview|pointer|head)-[\w.~-]*?(?=\/|$)/g, '.$1-X');
  return [...tree]
    .map(([path, what]) => `${plain(path)} ${plain(what).split(',')[0] ?? ''}`)
    .join('\n');
}
