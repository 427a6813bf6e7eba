import { execFileSync } from 'node:child_process';
import startPostgres from '../support/postgres.setup.mjs';

/** The servers are started from dist, so that is built first. */
export default async function prepare() {
  execFileSync('npm', ['run', '-s', 'build'], { stdio: 'inherit' });
  await startPostgres();
}
