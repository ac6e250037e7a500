/** One Jest run over every kind of test; the file's name says what it needs. */
import { readFileSync } from 'node:fs';

const { jsc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
/** Jest reads the sources themselves, so imports keep their `.ts`. */
const swc = {
  swcrc: false,
  jsc: { ...jsc, rewriteRelativeImportExtensions: false },
  module: { type: 'es6' },
  sourceMaps: 'inline',
};

const withJsx = { ...swc, jsc: { ...swc.jsc, parser: { ...swc.jsc.parser, tsx: true } } };

/** @param {string} displayName @param {string[]} testMatch @param {import('jest').Config} [more] @returns {import('jest').Config} */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  transform: { '\\.ts$': ['@swc/jest', swc], '\\.tsx$': ['@swc/jest', withJsx] },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testEnvironmentOptions: { customExportConditions: ['catena-source', 'node', 'node-addons'] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  ...more,
});

/** Jest starts it only where a test of such a project runs. */
const withPostgres = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

/** @type {import('jest').Config} */
export default {
  // No measure of speed: a guard against what hangs, also on a busy machine.
  testTimeout: 240_000,
  projects: [
    project('pure', ['{apps,libs,test}/**/!(*.pg|*.socket).spec.{ts,tsx}']),
    project('postgres', ['{apps,libs,migrations,test}/**/*.pg.spec.ts'], withPostgres),
    project('socket', ['{apps,libs,test}/**/*.socket.spec.ts'], withPostgres),
    project('browser', ['test/journeys/*.e2e.ts'], withPostgres),
  ],
};
