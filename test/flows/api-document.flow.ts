import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { AddressQuota } from '../../src/faces/api/address-quota.js';
import { DeclaredRoutes } from '../../src/platform/web/declared-routes.js';
import { ApiDocument, type Described, type OpenApi } from '../support/api-document.js';
import { ApiHouse, type Answer, FEEDBACK, SENT } from '../support/api-house.js';
import { ApiRunner } from '../support/api-runner.js';
import { PAGE_ENGINES } from '../support/database.js';

/** Not described: the document itself, its page, and what has a specification of its own. */
const UNDESCRIBED = ['/api', '/api/v1', '/api/openapi.json'];

describe.each(PAGE_ENGINES)('the document of the interface, held against the interface, on %s', (engine) => {
  const house = new ApiHouse();
  let runner: ApiRunner;
  let text: string;
  beforeAll(async () => {
    await house.open(engine);
    const answer = await house.get('/api/openapi.json');
    text = JSON.stringify(answer.body);
    runner = await ApiRunner.of(house, new ApiDocument(answer.body as unknown as OpenApi));
  });
  afterAll(() => house.close());

  it('pleases a linter, in both languages', async () => {
    const config = await createConfig({
      extends: ['recommended'],
      // The server is the installation's own: in tests, this machine.
      rules: { 'no-server-example.com': 'off' },
    });
    const english = await house.get('/api/openapi.json', { 'Accept-Language': 'en' });
    for (const source of [text, JSON.stringify(english.body)]) {
      const problems = await lintFromString({ source, config });
      expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
    }
  });

  it('describes every route, and none that is not there', () => {
    const routes = house.office.product.app.get(DeclaredRoutes).list();
    const ours = routes.filter(({ path }) => path.startsWith('/api') && !UNDESCRIBED.includes(path));
    const addresses = ours.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const told = runner.document.operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    expect(told.sort()).toEqual(addresses.sort());
  });

  it('has examples that run, and answers as it says', async () => {
    const faults: string[] = [];
    let sent = 0;
    for (const operation of runner.document.operations) {
      for (const answer of await runner.examples(operation)) {
        sent++;
        if (answer.status >= 300) faults.push(`${operation.operationId}: ${JSON.stringify(answer.body)}`);
        faults.push(...told(operation, answer));
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(50);
  });

  it('refuses as it says, with every documented status', async () => {
    const faults: string[] = [];
    for (const operation of runner.document.operations) {
      for (const status of Object.keys(operation.responses)
        .map(Number)
        .filter((one) => one >= 400)) {
        const answer = await runner.refused(operation, status);
        if (answer.status !== status)
          faults.push(`${operation.operationId}: ${answer.status} instead of ${status}`);
        faults.push(...told(operation, answer));
      }
    }
    expect(faults).toEqual([]);
  });

  it('says 429 once the turns are used up', async () => {
    const quota = house.office.product.app.get(AddressQuota);
    const place = '127.0.0.1';
    for (const [name, most, window] of [
      ['read', 600, 60_000],
      ['send', 60, 3_600_000],
    ] as const)
      for (let at = 0; at <= most; at++) quota.take({ name, most, window }, place);
    const faults: string[] = [];
    for (const operation of runner.document.operations.filter(({ tags }) => !tags.includes('partner'))) {
      const answer = await runner.plain(operation);
      if (answer.status !== 429 || !answer.headers['retry-after']) faults.push(operation.operationId);
    }
    expect(faults).toEqual([]);
    expect((await house.post(FEEDBACK, SENT)).status).toBe(429);
  });

  const told = (operation: Described, answer: Answer): string[] =>
    runner.document
      .faultsOf(operation, answer)
      .map((fault) => `${operation.operationId} ${answer.status}: ${fault}`);
});
