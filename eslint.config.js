import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const noRawError = {
  selector: 'ThrowStatement > NewExpression[callee.name="Error"]',
  message:
    'Raise a catalogued fault (schema/errors/catalogue.ts), so that it has a code and its message is tested.',
};

export default tseslint.config(
  { ignores: ['node_modules/', 'schema/sdl/', '.data/', 'coverage/'] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js', 'gateway/playground/start.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-syntax': ['error', noRawError],
      'no-restricted-properties': [
        'error',
        {
          object: 'process',
          property: 'env',
          message: 'Read the environment once, in main.ts, and pass what config.ts makes of it.',
        },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A form is a class whose only content is decorated properties.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // Classes of type-graphql are shapes; resolvers return plain values of them.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
    },
  },
  {
    files: ['**/main.ts', '**/config.ts', 'scripts/**', 'test/**', '*.config.ts'],
    rules: { 'no-restricted-properties': 'off' },
  },
  {
    // A script or a test that fails tells a developer, not a user.
    files: ['scripts/**'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['*.js', 'gateway/playground/start.js', 'scripts/bench/peers/*.js'],
    ...tseslint.configs.disableTypeChecked,
  },
);
