import tseslint from 'typescript-eslint';

/** What a pure folder may not touch, with what to use instead. */
const IMPURE = [
  ['Date', 'use a LocalDate or a luxon time that the caller gives'],
  ['console', 'return a value; src/cli prints'],
  ['process', 'take what is needed as an argument'],
  ['parseFloat', 'use Rational.parseDecimal'],
].map(([name, message]) => ({ name, message }));

export default tseslint.config(
  { ignores: ['dist/**', 'output/**', 'node_modules/**'] },
  {
    files: ['src/**/*.ts', 'test/**/*.ts', 'fixtures/**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: '.config/tsconfig.check.json',
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }],
      'max-lines': ['error', 300],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(CallExpression, NewExpression) > SpreadElement.arguments',
          message:
            'A long list overflows the stack here: use append, concat, reduce, or a parameter that is a list.',
        },
      ],
    },
  },
  {
    files: ['src/{money,period,pricing,documents}/**/*.ts', 'src/problem.ts'],
    rules: {
      'no-restricted-globals': ['error', ...IMPURE],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'pure code has no chance in it' },
        { object: 'DateTime', property: 'now', message: 'the caller gives the time' },
        { object: 'Number', property: 'parseFloat', message: 'use Rational.parseDecimal' },
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['node:*', 'fs', 'fs/*'],
              message: 'the edges read files; pure code takes values',
            },
          ],
        },
      ],
    },
  },
);
