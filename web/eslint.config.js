import tseslint from 'typescript-eslint';

// A day is an ISO string all the way. Parsing text into a Date, or printing one as UTC, moves it by a day
// for shoppers east or west of Greenwich.
const dayRules = [
  'error',
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=1]",
    message: 'new Date(text) reads a day in UTC and shows it in local time. Use src/answers/days.ts.',
  },
  {
    selector: "MemberExpression[property.name='toISOString']",
    message: 'toISOString gives the UTC day, not the shopper’s. Use src/answers/days.ts.',
  },
  {
    selector: "MemberExpression[property.name='valueAsDate']",
    message: 'valueAsDate is a UTC midnight. Read .value, which is an ISO day.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='parse']",
    message: 'Date.parse reads a day in UTC. Use src/answers/days.ts.',
  },
];

export default tseslint.config(
  { ignores: ['archive/', 'node_modules', 'src/engine/generated/**'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    rules: {
      'no-restricted-syntax': dayRules,
      'max-lines': ['error', 400],
      eqeqeq: 'error',
      'prefer-const': 'error',
    },
  },
);
