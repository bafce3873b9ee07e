/** The rooms of `src`, from what everything stands on to what nobody imports: each may import those before it. */
const ROOMS = [
  ['money', 'amounts and exact fractions are what everything else counts in'],
  ['period', 'dates and months are what everything else happens in'],
  ['pricing', 'a price is a function of values, whatever paper it is printed on'],
  ['documents', 'a document is a function of lines; who reads or stores it is no part of it'],
  ['words', 'sentences are made of what was found; what finds it does not wait for them'],
  ['workbooks', 'a workbook is read cell by cell, whatever its cells mean'],
  ['reference', 'tables that people keep are read before any fact'],
  ['facts', 'what was billed before is handed to what is read now, which looks for it nowhere'],
  ['ledger', 'what stands published does not know what the next batch will hold'],
  ['output', 'files are written of what a run knows; they do not run anything'],
  ['run', 'only the commands print and exit'],
  ['compare', 'a comparison prices as a run does; no run compares'],
  ['explain', 'an explanation asks a run for prices; no run explains'],
  ['schedule', 'the clock may start a run; only the commands start the clock'],
  ['cli', 'the commands'],
];

/** Within the facts: what reads bytes, what knows exports, what makes tables of them, what sums them up. */
const FACTS = [
  ['files', 'a file is found and read whatever its columns are'],
  ['sources', 'an export is mapped whatever becomes of its rows'],
  ['tables', 'a row is checked whoever owns it'],
  ['usage', 'the roll-up puts the steps together'],
];

const noArrowBackInFacts = FACTS.map(([part, reason], at) => ({
  name: `facts-${part}-looks-down`,
  comment: reason,
  severity: 'error',
  from: { path: `^src/facts/${part}/` },
  to: {
    path: `^src/facts/(roll-up|facts[.]|(${FACTS.slice(at + 1)
      .map(([name]) => name)
      .join('|')})/)`,
  },
}));

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
      name: 'base-stands-alone',
      comment: 'every room gives problems and meets errors',
      severity: 'error',
      from: { path: '^src/[^/]+$' },
      to: { path: '^src/[^/]+/' },
    },
    ...noArrowBack,
    ...noArrowBackInFacts,
    {
      name: 'facts-base-stands-alone',
      comment: 'the engine, its tables and macros serve every part of the facts',
      severity: 'error',
      from: {
        path: '^src/facts/(engine-tables/|[^/]+$)',
        pathNot: '^src/facts/(roll-up|facts)[.]',
      },
      to: { path: '^src/facts/(files/|sources/|tables/|usage/|roll-up|facts[.])' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
