import tseslint from 'typescript-eslint';

const unused = ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/', 'raycast/', 'test/recorded/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': unused,
      // Ports answer promises also where one machine needs no waiting.
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
    },
  },
  {
    // Their types, and names that nobody declared, are checked by tsconfig.scripts.json.
    files: ['*.js', '{scripts,assets,bin,test}/**/*.{mjs,cjs}'],
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': unused,
      // The core rules that typescript-eslint leaves to the compiler of TypeScript files.
      ...Object.fromEntries(
        [
          ...['eqeqeq', 'no-var', 'prefer-const', 'no-fallthrough', 'no-unreachable'],
          ...['no-dupe-keys', 'no-dupe-else-if', 'no-duplicate-case', 'no-self-assign'],
          ...['no-const-assign', 'no-unsafe-finally', 'no-unsafe-negation', 'no-redeclare'],
          ...['no-constant-binary-expression', 'no-empty', 'no-sparse-arrays', 'use-isnan'],
          ...['no-useless-escape', 'no-unused-labels', 'valid-typeof', 'no-async-promise-executor'],
        ].map((name) => [name, 'error']),
      ),
    },
  },
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  // The oldest Nodes parse it.
  { files: ['bin/node-version.cjs'], rules: { 'no-var': 'off' } },
);
