import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DEMO_PASSWORD } from '../../src/faces/operator/demo/demo-ground.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse, stepAddress, SUBMITTER } from '../support/desk-house.js';

describe.each(PAGE_ENGINES)('what the desk refuses on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  it('lets every form of the first page through, also where a link leads past the sign-in', async () => {
    const code = await desk.submitted();
    const browser = desk.house.browser();
    await browser.visit(`/dang-nhap?tiep=/can-bo/ho-so/${code}`);
    await browser.submit({ username: 'tiepnhan', password: DEMO_PASSWORD }, '/dang-nhap');
    expect(new Set(browser.page.forms.map(({ values }) => values['_csrf'])).size).toBe(1);
    await browser.submit({}, stepAddress(code, 'book'));
    expect((await desk.item(code)).state).toBe('RECEIVED');
  });

  describe('scope', () => {
    it('hides an item from another ward’s officer: queue, page, form and step', async () => {
      const code = await desk.submitted({ agency: 'HG-TT', title: 'Chuyện riêng của phường Trung Tâm' });
      const other = await desk.as('dongson');
      for (const scope of ['own', 'all'])
        expect((await other.visit(`/can-bo?scope=${scope}&q=chuyen+rieng`)).text).not.toContain(
          'Chuyện riêng',
        );
      for (const url of [`/can-bo/ho-so/${code}`, stepAddress(code, 'book')])
        expect((await other.visit(url)).status).toBe(404);
      await other.visit('/tai-khoan');
      const forged = new URLSearchParams({ _csrf: other.csrf, expectedVersion: '1' }).toString();
      expect((await other.post(stepAddress(code, 'book'), forged)).status).toBe(404);
      expect((await desk.item(code)).state).toBe('SUBMITTED');
      expect((await (await desk.as('phuong')).visit(`/can-bo/ho-so/${code}`)).status).toBe(200);
    });

    it('forbids a step that is another role’s, and knows no step that is none', async () => {
      const code = await desk.submitted();
      const handler = await desk.as('xuly');
      expect((await handler.visit(stepAddress(code, 'book'))).status).toBe(403);
      expect((await handler.visit(`/can-bo/ho-so/${code}/bay`)).status).toBe(404);
      await handler.visit('/tai-khoan');
      const forged = new URLSearchParams({ _csrf: handler.csrf, expectedVersion: '1' }).toString();
      expect((await handler.post(stepAddress(code, 'book'), forged)).status).toBe(403);
      expect((await desk.item(code)).state).toBe('SUBMITTED');
    });

    it('shows everybody at the desk masked contact data, and nothing of an item to administrators', async () => {
      const code = await desk.submitted();
      for (const person of ['tiepnhan', 'lanhdao', 'giamsat']) {
        const { text } = await (await desk.as(person)).visit(`/can-bo/ho-so/${code}`);
        expect(text).toContain('09•• ••• 678');
        for (const secret of Object.values(SUBMITTER)) expect(text).not.toContain(secret);
      }
      const admin = await desk.as('quantri');
      expect((await admin.visit('/can-bo?scope=all')).text).not.toContain(code);
      expect((await admin.visit(`/can-bo/ho-so/${code}`)).status).toBe(404);
    });
  });

  describe('bad input', () => {
    const LONG = 'ế'.repeat(2_001);
    const BAD: readonly [string, Record<string, string | string[] | undefined>, string, string][] = [
      ['nothing chosen', { reason: 'Vì không rõ.' }, 'refusalReason', 'Vì không rõ.'],
      ['no words', { refusalReason: 'UNCLEAR', reason: ' \u200B ' }, 'reason', 'value="UNCLEAR" checked'],
      ['far too many words', { refusalReason: 'UNCLEAR', reason: LONG }, 'reason', LONG],
      ['a ground that is none', { refusalReason: 'X<script>', reason: 'Rõ.' }, 'refusalReason', 'Rõ.'],
      ['a repeated field', { refusalReason: 'UNCLEAR', reason: ['Một.', 'Hai.'] }, 'reason', 'Một.'],
    ];
    it.each(BAD)('%s is told beside the field, and nothing is lost', async (_, fields, name, kept) => {
      const code = await desk.submitted();
      const page = await desk.step('tiepnhan', code, 'refuse', fields);
      expect(page.status).toBe(422);
      expect(page.html).toContain(`id="${name}-error"`);
      expect(page.html).toContain(kept);
      expect((await desk.item(code)).version).toBe(1);
    });

    it.each([
      ['no agency', {}, 'agency'],
      ['an agency that is none', { agency: 'HG-KHONG-CO' }, 'agency'],
      ['an agency that was abolished', { agency: 'HG-H01' }, 'agency'],
      ['the agency that has it', { agency: 'HG' }, 'agency'],
    ])('forwarding to %s', async (_, fields, name) => {
      const code = await desk.submitted();
      await desk.done('tiepnhan', code, 'book');
      const page = await desk.step('tiepnhan', code, 'forward', fields);
      expect(page.status).toBe(422);
      expect(page.html).toContain(`id="${name}-error"`);
    });

    it.each(['', 'PAKN-26-00000000-0', 'không phải mã', 'self'])('merging into “%s”', async (masterCode) => {
      const code = await desk.submitted();
      const page = await desk.step('tiepnhan', code, 'merge', {
        masterCode: masterCode === 'self' ? code : masterCode,
      });
      expect(page.status).toBe(422);
      expect(page.html).toContain('id="masterCode-error"');
    });

    it.each(['abc', '-1', '9'.repeat(40), '1e99', ''])(
      'a version that is none (%s) changes nothing',
      async (version) => {
        const code = await desk.submitted();
        const page = await desk.step('tiepnhan', code, 'requestInfo', {
          question: 'Ở đâu?',
          expectedVersion: version,
        });
        expect(page.status).toBe(409);
        expect(page.text).toContain('Ở đâu?');
        expect((await desk.item(code)).version).toBe(1);
      },
    );

    it.each([
      'tab=nonsense',
      'assignee=-1',
      'field=x',
      'sort=up',
      'dueTo=x',
      'scope=every',
      `q=${'a'.repeat(900)}`,
      'q=a&q=b',
    ])('a queue asked for %.20s says so and goes on', async (query) => {
      const page = await (await desk.as('tiepnhan')).visit(`/can-bo?${query}`);
      expect(page.status).toBe(422);
      expect(page.html).toContain('class="error-summary"');
    });

    it('prints what looks like markup as it was written', async () => {
      const code = await desk.submitted({
        title: '<img src=x onerror=alert(1)>',
        content: '</div><script>x</script>',
      });
      const page = await (await desk.as('tiepnhan')).visit(`/can-bo/ho-so/${code}`);
      expect(page.html).not.toContain('<img src=x');
      expect(page.html).not.toContain('<script>x');
      expect(page.text).toContain('<img src=x onerror=alert(1)>');
    });
  });
});
