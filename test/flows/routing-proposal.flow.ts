import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgencyRegistry } from '../../src/directory/agency-registry.service.js';
import { Procedure } from '../../src/directory/procedure.entity.js';
import { ProcedureIndex } from '../../src/routing/procedure-index.service.js';
import { RuleBook } from '../../src/routing/rule-book.service.js';
import type { RuleDraft } from '../../src/routing/rule-checks.js';
import type { BrowserAgent, BrowserPage } from '../support/browser-agent.js';
import { send, SUBMISSION, type Typed } from '../support/citizen-way.js';
import { PAGE_ENGINES } from '../support/database.js';
import { DeskHouse, stepAddress } from '../support/desk-house.js';

const RULE: Omit<RuleDraft, 'agencyId'> = {
  ...{ name: 'Đất đai về Sở', note: '', procedureId: null, fieldId: null, subject: null },
  ...{ place: '', words: 'đất đai', everythingElse: false },
};

describe.each(PAGE_ENGINES)('what is proposed on %s', (engine) => {
  const desk = new DeskHouse();
  beforeAll(() => desk.open(engine));
  afterAll(() => desk.close());

  async function rule(agency: string, changes: Partial<RuleDraft> = {}): Promise<number> {
    const book = desk.house.app.get(RuleBook);
    const id = await book.add({ ...RULE, ...changes, agencyId: desk.agencyId(agency) }, 1);
    await book.switchOn(id, 1);
    return id;
  }
  async function written(changes: Typed): Promise<{ browser: BrowserAgent; check: BrowserPage }> {
    const browser = desk.house.browser();
    await browser.visit('/gui');
    return { browser, check: await browser.submit({ ...SUBMISSION, ...changes }) };
  }
  const proposal = ({ agencyId }: { agencyId: number } = { agencyId: 0 }): number => agencyId;

  it('sends to the agency of the first rule that matches, said before and kept with why', async () => {
    const id = await rule('HG-NNMT');
    await rule('HG-XD', { name: 'Hồ sơ', words: 'hồ sơ' });
    const { browser, check } = await written({});
    expect(check.text).toContain(
      'Nội dung này sẽ được chuyển đến Sở Nông nghiệp và Môi trường tỉnh Hòa Giang vì nội dung có “đất đai”.',
    );
    const { code } = await send(browser);
    const item = await desk.item(code);
    expect(item).toMatchObject({
      intakeAgencyId: desk.agencyId('HG-NNMT'),
      proposal: { source: 'rule', ruleId: id, ruleName: 'Đất đai về Sở' },
    });
    const page = await (await desk.as('tiepnhan')).visit(`/can-bo/ho-so/${code}`);
    expect(page.text).toContain('Theo quy tắc “Đất đai về Sở”. Vì nội dung có “đất đai”.');
    expect(page.text).toContain('Đề xuất cơ quan giải quyết: Sở Nông nghiệp và Môi trường');
  });

  it('leaves it with the agency that was chosen; the officer forwards it by one link', async () => {
    const { browser, check } = await written({ agencyCode: 'HG' });
    expect(check.text).toContain('Ủy ban nhân dân tỉnh Hòa Giang mà Ông/Bà đã chọn sẽ tiếp nhận');
    const { code } = await send(browser);
    expect((await desk.item(code)).intakeAgencyId).toBe(desk.agencyId('HG'));
    await desk.done('tiepnhan', code, 'book');
    const officer = await desk.as('tiepnhan');
    const page = await officer.visit(`/can-bo/ho-so/${code}`);
    expect(page.html.replaceAll('&#x3D;', '=')).toContain(
      `href="${stepAddress(code, 'forward')}?agency=HG-NNMT"`,
    );
    const form = await officer.visit(`${stepAddress(code, 'forward')}?agency=HG-NNMT`);
    expect(form.html).toMatch(/value="HG-NNMT"[^>]* checked/);
    await officer.submit({}, stepAddress(code, 'forward'));
    expect((await desk.item(code)).handlingAgencyId).toBe(desk.agencyId('HG-NNMT'));
    for (const nonsense of [
      '?agency=KHONG',
      '?agency[]=x&agency[]=y',
      `?agency=${'x'.repeat(99)}`,
      '?procedure=9',
    ])
      expect((await officer.visit(stepAddress(code, 'reassign') + nonsense)).status).toBeLessThan(500);
  });

  it('does not move silently when the rules change while somebody reads', async () => {
    const { browser } = await written({ title: 'Nhà ở xã hội', content: 'Chưa được mua.' });
    const id = await rule('HG-XD', { name: 'Nhà ở', words: 'nhà ở' });
    const again = await browser.submit();
    expect([again.status, again.text.includes('Nơi tiếp nhận vừa thay đổi')]).toEqual([409, true]);
    expect(again.text).toContain('sẽ được chuyển đến Sở Xây dựng tỉnh Hòa Giang');
    const { code } = await send(browser);
    expect((await desk.item(code)).intakeAgencyId).toBe(desk.agencyId('HG-XD'));
    await desk.house.app.get(RuleBook).switchOff(id, 1);
  });

  it('waits at the general intake where nothing matches, or the proposed agency takes nothing in', async () => {
    const none = await written({ title: 'Chờ lâu', content: 'Không ai gọi tên' });
    expect(none.check.text).not.toContain('sẽ được chuyển đến');
    const { code } = await send(none.browser);
    expect(await desk.item(code)).toMatchObject({ intakeAgencyId: desk.agencyId('HG'), proposal: null });
    await desk.house.app.get(AgencyRegistry).change(desk.agencyId('HG-TC'), { intakeOpen: false });
    await rule('HG-TC', { name: 'Học phí', words: 'học phí' });
    const closed = await written({ title: 'Thu học phí', content: 'Thu quá mức.' });
    const kept = await send(closed.browser);
    const item = await desk.item(kept.code);
    expect([item.intakeAgencyId, proposal(item.proposal ?? undefined)]).toEqual([
      desk.agencyId('HG'),
      desk.agencyId('HG-TC'),
    ]);
  });

  it('goes to the successor of an abolished agency, and skips one without', async () => {
    await rule('HG-TL', { name: 'Giống lúa', words: 'giống lúa' });
    const registry = desk.house.app.get(AgencyRegistry);
    await registry.abolish(desk.agencyId('HG-TL'), '2026-03-01', desk.agencyId('HG-HK'));
    const moved = await written({ title: 'Cấp giống lúa', content: 'Chậm.' });
    expect(moved.check.text).toContain('chuyển đến Ủy ban nhân dân xã Hòa Khê');
    expect(moved.check.text).toContain('Ủy ban nhân dân xã Tân Lộc, tỉnh Hòa Giang đã bàn giao nhiệm vụ');
    await rule('HG-BM', { name: 'Cấp nước', words: 'cấp nước' });
    await registry.abolish(desk.agencyId('HG-BM'), '2026-03-01', null);
    const skipped = await written({ title: 'Cấp nước sạch', content: 'Mất nước.' });
    expect(skipped.check.text).not.toContain('sẽ được chuyển đến');
    const list = await (await desk.as('quantri')).visit('/quan-tri/dinh-tuyen');
    expect(list.text).toContain('không có cơ quan kế tục: quy tắc bị bỏ qua');
    expect(list.text).toContain('nội dung được đề xuất cho cơ quan kế tục');
  });

  it('hints at procedures from the words, to the citizen and to the officer', async () => {
    const words = { title: 'Khai sinh cho con', content: 'Tôi đi đăng ký khai sinh ba lần.' };
    const { browser, check } = await written(words);
    expect(check.text).toContain('Có thể liên quan đến thủ tục Không bắt buộc');
    expect(check.text).toContain('Đăng ký khai sinh (1.001193)');
    const { code } = await send(browser);
    const officer = await desk.as('tiepnhan');
    const page = await officer.visit(`/can-bo/ho-so/${code}`);
    expect(page.text).toContain('Từ quyết định: đăng ký khai sinh');
    expect(page.text).toContain('Lĩnh vực: Hộ tịch');
    expect(page.text).toContain('Cơ quan quyết định: Ủy ban nhân dân cấp xã');
    // Taking the hint goes back to the form with the procedure set.
    const other = await written(words);
    const values = Object.entries(other.browser.form('/gui').values) as [string, string][];
    const body = new URLSearchParams([...values, ['procedureHint', '1.001193']]).toString();
    const back = await other.browser.post('/gui/kiem-tra', body);
    expect(back.html).toMatch(/value="1\.001193"[^>]* checked/);
    const sent = await sentOn(other.browser);
    const { id } = await desk.house.reader.findOneByOrFail(Procedure, { code: '1.001193' });
    expect((await desk.item(sent)).procedureId).toBe(id);
    await desk.done('tiepnhan', code, 'book');
    const supervisor = await desk.as('giamsat');
    const form = await supervisor.visit(`${stepAddress(code, 'reclassify')}?procedure=1.001193`);
    expect(form.html).toMatch(/value="1\.001193"[^>]* checked/);
  });

  /** From the form over the check page to the end. */
  async function sentOn(browser: BrowserAgent): Promise<string> {
    await browser.submit({}, '/gui/kiem-tra');
    return (await send(browser)).code;
  }

  it('notices procedures that come later', async () => {
    await desk.house.write((tx) =>
      tx.insert(Procedure, {
        ...{
          code: '9.100001',
          name: 'Cấp phép thả diều nghệ thuật',
          folded: 'x',
          fieldId: 1,
          levels: [],
          subjects: [],
        },
        revision: 77,
      }),
    );
    const words = { title: 'Thả diều nghệ thuật', content: 'Xin phép mãi không được.' };
    await written(words); // this question has the index made again
    await desk.house.app.get(ProcedureIndex).settled();
    expect((await written(words)).check.text).toContain('Cấp phép thả diều nghệ thuật');
  });
});
