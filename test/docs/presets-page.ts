/** The page on presets, made of them. */
import { FACT_TABLE_NAMES } from '../../src/facts/fact-tables.js';
import { allPresets, unfedColumns, type Preset } from '../../src/facts/sources/presets.js';

/** The part of `docs/presets.md` between its marks. */
export function presetsPage(): string {
  const parts = FACT_TABLE_NAMES.flatMap((table) => {
    const presets = allPresets().filter(({ mapping }) => mapping.table === table);
    return presets.length === 0 ? [] : [`## ${headed(table)}\n`, ...presets.map(sectionOf)];
  });
  return parts.join('\n');
}

function headed(table: string): string {
  return `${table.charAt(0).toUpperCase()}${table.slice(1)}`;
}

function sectionOf(preset: Preset): string {
  const { name, title, exports, notes } = preset;
  const beside = unfedColumns(preset).map((column) => `\`${column}\``);
  return [
    `### \`${name}\``,
    '',
    `${title.en} (${title.zh}); usually \`${exports}\`. Beside it: ${beside.length === 0 ? 'nothing' : beside.join(', ')}.`,
    ...(notes.en === '' ? [] : ['', notes.en]),
    '',
    '| column | header |',
    '| --- | --- |',
    ...rowsOf(preset).map(([column, from]) => `| \`${column}\` | ${from} |`),
    '',
  ].join('\n');
}

function rowsOf({ mapping, makes }: Preset): (readonly [string, string])[] {
  const columns = Object.entries(mapping.columns).map(([column, headers]) => {
    return [column, [headers].flat().join(' + ')] as const;
  });
  const constants = Object.entries(mapping.constants).map(([column, value]) => {
    return [column, `${value} in every row`] as const;
  });
  const counted = mapping.count_rows === true ? [['consultations', '1 for each row'] as const] : [];
  const made = makes.map((column) => [column, `by \`presets/${mapping.query ?? ''}\``] as const);
  return [...columns, ...made, ...constants, ...counted];
}
