import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { lifecycleDiagram, lifecycleTable } from '../../src/feedback/lifecycle-diagram.js';
import { JournalListeners } from '../../src/feedback/journal-listeners.js';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { paths } from '../../src/platform/web/paths.js';
import { anApplication, type TestApplication } from '../support/application.js';

let product: TestApplication;
beforeAll(async () => {
  product = await anApplication('sqlite');
});
afterAll(() => product.close());

describe('the house', () => {
  it('tells its listeners of the journal in this order', () => {
    expect(product.app.get(JournalListeners).names()).toEqual([
      'ScheduleTimers',
      'SweepDrafts',
      'Correspond',
      'NumberChanges',
      'PublishedIndex',
      'TakeBackReopened',
      'SendToSuperior',
      'FollowSuccessor',
    ]);
  });

  it('has a page behind every address, and every page declares who may use it', () => {
    const routes = product.app.get(DeclaredRoutes).list();
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    const answered = new Set(routes.map(({ path }) => path));
    const dead = Object.values(paths).filter((path) => !answered.has(path.route));
    expect(dead.map((path) => path.route)).toEqual([]);
  });
});

it('the lifecycle in docs/architecture.md is the one in the code', async () => {
  const page = await readFile('docs/architecture.md', 'utf8');
  expect(page).toContain(lifecycleDiagram());
  expect(page).toContain(lifecycleTable());
});
