/**
 * npm run crash -- [--kills 60] [--seed 7]
 * More kills than the tests have time for, or the clients of another seed; prints what was lost (nothing).
 */
import { spawn } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const chosen = {
  ...(values.kills ? { CRASH_KILLS: values.kills } : {}),
  ...(values.seed ? { CRASH_SEED: values.seed } : {}),
};
const jest = [
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
  'node_modules/jest/bin/jest.js',
];
const run = spawn(process.execPath, [...jest, '--selectProjects', 'crash'], {
  env: { ...process.env, ...chosen },
  stdio: 'inherit',
});
run.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
