/** One project a kind of proof; ESM as Node runs it (see docs/architecture.md, “Tests”). */
const project = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': '<rootDir>/test/support/typescript.transform.mjs' },
  ...more,
});

const databases = {
  globalSetup: '<rootDir>/test/support/postgres.setup.mjs',
  globalTeardown: '<rootDir>/test/support/postgres.teardown.mjs',
};

/** The built product as processes: started, killed, started again. */
const killed = { ...databases, globalSetup: '<rootDir>/test/crash/crash.setup.mjs' };

/** One database suffices here: e2e proves the same on both. */
const browsers = { setupFilesAfterEnv: ['<rootDir>/test/support/browser.setup.ts'] };

export default {
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/long-first.sequencer.mjs',
  testTimeout: 60_000, // two databases are laid out in hooks, on machines that may be busy
  projects: [
    project('unit', ['<rootDir>/src/**/*.spec.ts']),
    project('e2e', ['<rootDir>/test/*.e2e-spec.ts'], databases),
    project('structure', ['<rootDir>/test/structure/*.spec.ts'], databases),
    project('real', ['<rootDir>/test/real/*.real-spec.ts'], databases),
    project('crash', ['<rootDir>/test/crash/*.crash-spec.ts'], killed),
    project('browser', ['<rootDir>/test/browser/*.browser-spec.ts'], browsers),
  ],
};
