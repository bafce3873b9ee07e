/** The package holds what runs and what its users read, and nothing else. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

function packed(): string[] {
  const command = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const said = execFileSync('npm', command, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' });
  const [tarball] = JSON.parse(said) as { files: { path: string }[] }[];
  return (tarball?.files ?? []).map(({ path }) => path);
}

it('holds scripts without their maps, the pages for users, and the demo', () => {
  const files = packed();
  const kinds = new Set(
    files.map((file) =>
      file.replace(/^(dist\/|presets\/).*(\.\w+)$/, '$1*$2').replace(/[^/]+\.csv$/, '*.csv'),
    ),
  );
  expect([...kinds].sort()).toEqual([
    'LICENSE',
    'README.md',
    'README.zh-CN.md',
    'dist/*.js',
    'docs/account.md',
    'docs/changelog.md',
    'docs/compare.md',
    'docs/explain.md',
    'docs/inputs.md',
    'docs/outputs.md',
    'docs/performance.md',
    'docs/presets.md',
    'docs/pricing.md',
    'docs/problems.md',
    'docs/reliability.md',
    'docs/scaling.md',
    'docs/zh-CN/inputs.md',
    'docs/zh-CN/outputs.md',
    'docs/zh-CN/pricing.md',
    'docs/zh-CN/problems.md',
    'docs/zh-CN/walkthrough.md',
    'fixtures/demo/input/*.csv',
    'fixtures/demo/input/provider.json',
    'package.json',
    'presets/*.json',
    'presets/*.sql',
  ]);
});

it('holds the command that it names, which a shell can start', () => {
  const { bin } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    bin: Record<string, string>;
  };
  const command = bin['kefu-billing'] ?? '';
  expect(packed()).toContain(command);
  expect(readFileSync(join(ROOT, command), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
});
