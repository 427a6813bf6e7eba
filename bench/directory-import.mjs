/**
 * npm run bench:import [-- rows]
 * A file of 100.000 procedures, every tenth row bad, tried and applied on a throw-away SQLite file through the product's own
 * services: rows a second beside csv-parse alone over the same file in the same run, memory grown, the longest stall.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { NestFactory } from '@nestjs/core';
import { parse } from 'csv-parse';
import { AppModule } from '../dist/src/app.module.js';
import { DirectoryImports } from '../dist/src/directory/directory-imports.service.js';
import { ProcedureImport } from '../dist/src/directory/procedure-import.service.js';
import { Settings } from '../dist/src/platform/config/settings.js';
import { SystemClock } from '../dist/src/platform/kernel/clock.js';
import { OutboxWorker } from '../dist/src/platform/outbox/outbox-worker.js';
import { FileStore } from '../dist/src/platform/storage/file-store.js';

const ROWS = Number(process.argv[2] ?? 100_000);
const BAD = ['1.049', '', '14/5', '05', '=1+1', '1.00017', '1,000178', 'x', '10.000178', '1.0001789'];

async function write(path) {
  const file = createWriteStream(path);
  file.write('ma_thu_tuc,ten_thu_tuc,linh_vuc,cap_thuc_hien,co_quan_thuc_hien\n');
  for (let n = 0; n < ROWS; n++) {
    const code = n % 10 === 9 ? BAD[(n / 10) % 10 | 0] : `7.${String(n).padStart(6, '0')}`;
    const open = n % 100 === 59 ? '"' : '';
    const name = `${open}Cấp, cấp lại giấy chứng nhận thứ ${n} cho tổ chức, cá nhân`;
    const row = `${code},${open === '' ? `"${name}"` : name},Lĩnh vực ${n % 140},"Cấp tỉnh, Cấp xã","UBND cấp xã, Sở ${n % 40}"\n`;
    if (!file.write(row)) await new Promise((resolve) => file.once('drain', resolve));
  }
  await new Promise((resolve) => file.end(resolve));
}

async function measured(name, work) {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let peak = before;
  let worked = process.cpuUsage();
  let longest = 0;
  // On a busy machine a stall is mostly waiting for a core: what this process itself works between two turns is told too.
  const watch = setInterval(() => {
    const now = process.cpuUsage(worked);
    longest = Math.max(longest, (now.user + now.system) / 1000);
    worked = process.cpuUsage();
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 1);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  delay.disable();
  clearInterval(watch);
  const [stall, p99] = [delay.max, delay.percentile(99)].map((ns) => (ns / 1e6).toFixed(0));
  const grown = ((peak - before) / 1048576).toFixed(0);
  console.log(`${name}: ${seconds.toFixed(1)} s, ${Math.round(ROWS / seconds)} rows/s, +${grown} MB at most, longest stall ${stall} ms (p99 ${p99} ms), most own work between two turns ${longest.toFixed(0)} ms`);
  return ROWS / seconds;
}

const folder = await mkdtemp(join(tmpdir(), 'lang-nghe-import-'));
try {
  const path = join(folder, 'rows.csv');
  await write(path);
  console.log(`${ROWS} rows, ${((await stat(path)).size / 1048576).toFixed(1)} MB`);
  const alone = await measured('csv-parse alone', async () => {
    for await (const _ of createReadStream(path).pipe(parse({ relax_quotes: true, relax_column_count: true })));
  });
  const environment = { NODE_ENV: 'test', DATABASE_URL: `sqlite:${join(folder, 'bench.sqlite')}`, STORAGE_DIR: folder };
  const settings = Settings.from(environment, { demo: true });
  const app = await NestFactory.createApplicationContext(AppModule.forRoot(settings, new SystemClock()), { logger: ['error'] });
  const [imports, worker, store, procedures] = [DirectoryImports, OutboxWorker, FileStore, ProcedureImport].map((token) => app.get(token, { strict: false }));
  const drain = async () => {
    while ((await worker.runDue({ topic: 'catalogue.import' })) > 0);
  };
  const incoming = await store.incoming();
  await (await import('node:fs/promises')).copyFile(path, incoming);
  const id = await imports.start('PROCEDURES', 'rows.csv', await store.keep(incoming), { staffId: 1 });
  const trial = await measured('trial', drain);
  const { added, bad, state } = await imports.byId(id);
  console.log(`  ${state}: ${added} new, ${bad} bad`);
  await imports.confirm(id, await procedures.revision(), { staffId: 1 });
  const application = await measured('application', drain);
  console.log(`  ${(await imports.byId(id)).state}`);
  const second = await store.incoming();
  await (await import('node:fs/promises')).copyFile(path, second);
  const again = await imports.start('PROCEDURES', 'rows.csv', await store.keep(second), { staffId: 1 });
  await measured('trial of the same file again', drain);
  const known = await imports.byId(again);
  console.log(`  ${known.state}: ${known.added} new, ${known.changed} changed, ${known.unchanged} unchanged, ${known.bad} bad`);
  console.log(`ratio to csv-parse alone: trial ${(alone / trial).toFixed(1)} ×, application ${(alone / application).toFixed(1)} × as long`);
  await app.close();
} finally {
  await rm(folder, { recursive: true, force: true });
}
