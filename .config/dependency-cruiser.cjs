const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to },
});

/** Imports point one way: cli → run → {inputs, usage, publishing} → {pricing, documents} → {money, period, problem}. */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'two files that need each other are one',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    rule(
      'base-stands-alone',
      'money, period and problem are what everything else stands on',
      '^src/(money|period|problem)',
      '^src/(cli|schedule|run|inputs|usage|publishing|pricing|documents)/',
    ),
    rule(
      'pure-knows-no-edge',
      'pricing and documents are functions of values',
      '^src/(pricing|documents)/',
      '^src/(cli|schedule|run|inputs|usage|publishing)/',
    ),
    rule(
      'pricing-knows-no-documents',
      'a price does not depend on the paper it is printed on',
      '^src/pricing/',
      '^src/documents/',
    ),
    rule(
      'edges-know-no-run',
      'what is orchestrated does not know the orchestrator',
      '^src/(inputs|usage|publishing)/',
      '^src/(cli|schedule|run)/',
    ),
    rule(
      'run-knows-no-cli',
      'only the commands print and exit',
      '^src/run/',
      '^src/(cli|schedule)/',
    ),
    rule(
      'schedule-knows-no-cli',
      'the clock may start a run; only the commands start the clock, print and exit',
      '^src/schedule/',
      '^src/cli/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
  },
};
