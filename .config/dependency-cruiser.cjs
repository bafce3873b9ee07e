/** The rooms of `src`, from what everything stands on to what nobody imports: each may import those before it. */
const ROOMS = [
  ['money', 'amounts and exact fractions are what everything else counts in'],
  ['period', 'dates and months are what everything else happens in'],
  ['pricing', 'a price is a function of values, whatever paper it is printed on'],
  ['documents', 'a document is a function of lines; who reads or stores it is no part of it'],
  ['words', 'sentences are made of what was found; what finds it does not wait for them'],
  ['reference', 'tables that people keep are read before any fact'],
  ['facts', 'what was billed before is no business of what is read now'],
  ['ledger', 'what stands published does not know what the next batch will hold'],
  ['output', 'files are written of what a run knows; they do not run anything'],
  ['run', 'only the commands print and exit'],
  ['explain', 'an explanation asks a run for prices; no run explains'],
  ['schedule', 'the clock may start a run; only the commands start the clock'],
  ['cli', 'the commands'],
];

const noArrowBack = ROOMS.slice(0, -1).map(([room, reason], at) => ({
  name: `${room}-looks-down`,
  comment: reason,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: `^src/(${ROOMS.slice(at + 1)
      .map(([name]) => name)
      .join('|')})/`,
  },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'two files that need each other are one',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'what-stands-beside-the-rooms',
      comment: 'every room uses it, so it uses none',
      severity: 'error',
      from: { path: '^src/[^/]+\\.ts$' },
      to: { path: '^src/[^/]+/' },
    },
    ...noArrowBack,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
