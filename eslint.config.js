import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const CORE = [
  'text',
  'syntax',
  'language',
  'model',
  'plan',
  'rules',
  'features',
  'engine',
  'config',
  'report',
  'import',
];

/** What each layer of the server may not import: imports flow downward only. See CONTRIBUTING.md. */
const FORBIDDEN = {
  text: [
    'syntax',
    'language',
    'model',
    'plan',
    'rules',
    'features',
    'engine',
    'config',
    'report',
    'import',
    'lsp',
    'cli',
  ],
  language: [
    'text',
    'syntax',
    'model',
    'plan',
    'rules',
    'features',
    'engine',
    'config',
    'report',
    'import',
    'lsp',
    'cli',
  ],
  syntax: ['model', 'plan', 'rules', 'features', 'engine', 'config', 'report', 'import', 'lsp', 'cli'],
  model: ['plan', 'rules', 'features', 'engine', 'config', 'report', 'import', 'lsp', 'cli'],
  plan: ['rules', 'features', 'engine', 'config', 'report', 'import', 'lsp', 'cli'],
  rules: ['features', 'engine', 'config', 'report', 'import', 'lsp', 'cli'],
  features: ['config', 'report', 'import', 'lsp', 'cli'],
  engine: ['features', 'config', 'report', 'import', 'lsp', 'cli'],
  config: ['features', 'report', 'import', 'lsp', 'cli'],
  report: ['features', 'import', 'lsp', 'cli'],
  import: ['features', 'config', 'report', 'lsp', 'cli'],
  lsp: ['cli'],
  cli: ['lsp'],
};

/** The types of findings and fixes live in engine/types.ts; rules and features may name them, nothing more of the engine. */
function layer(folder) {
  const patterns = FORBIDDEN[folder].map((name) => ({
    group: [`**/${name}/**`, ...(name === 'engine' ? ['!**/engine/types.js'] : [])],
    message: `${folder} may not import ${name}: imports flow downward only (CONTRIBUTING.md).`,
  }));
  const shell = folder === 'lsp' || folder === 'cli';
  if (!shell) {
    patterns.push({ group: ['node:*', 'fs', 'path'], message: 'The core is pure: only lsp/ and cli/ touch Node.' });
  }
  if (folder !== 'lsp') {
    patterns.push({
      group: ['vscode-languageserver', 'vscode-languageserver/**'],
      message: 'Only lsp/ speaks the protocol.',
    });
  }
  return { files: [`server/src/${folder}/**/*.ts`], rules: { 'no-restricted-imports': ['error', { patterns }] } };
}

export default tseslint.config(
  { ignores: ['out*/**', 'dist/**', 'node_modules/**', '.vscode-test/**', 'coverage/**'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./server/tsconfig.json', './client/tsconfig.json', './test/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      'no-console': 'error',
    },
  },
  // Tables and test suites are long by nature; command lines print.
  {
    files: ['server/src/language/**/*.ts', 'test/**/*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  { files: ['test/**/*.ts'], rules: { 'no-console': 'off', '@typescript-eslint/no-floating-promises': 'error' } },
  ...[...CORE, 'lsp', 'cli'].map(layer),
  {
    files: ['**/*.mjs', '**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'URL',
          'setTimeout',
          'clearTimeout',
          'setImmediate',
          'performance',
          'fetch',
          'document',
          'window',
          'AbortController',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
