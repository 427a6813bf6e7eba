import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CalendarService } from '../../src/calendar/calendar.service.js';
import { Agency } from '../../src/directory/agency.entity.js';
import { AgencyDirectory } from '../../src/directory/agency-directory.service.js';
import { AgencyRegistry } from '../../src/directory/agency-registry.service.js';
import { DirectorySeed } from '../../src/directory/directory-seed.service.js';
import { committeeNames } from '../../src/directory/peoples-committee.js';
import { aDatabase, ENGINES, type TestDatabase } from '../support/database.js';
import { bootFoundations } from '../support/directory-app.js';

describe.each(ENGINES)('the directory on %s', (engine) => {
  let database: TestDatabase;
  let app: INestApplicationContext;

  beforeAll(async () => {
    database = await aDatabase(engine);
    app = await bootFoundations(database);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  describe('a fresh installation', () => {
    it('has the Government, its ministries and 34 provinces, each on its path', async () => {
      const all = [...(await app.get(AgencyDirectory).all()).values()];
      const count = (level: string): number => all.filter((agency) => agency.level === level).length;
      expect([count('ROOT'), count('MINISTRY'), count('PROVINCE')]).toEqual([1, 17, 34]);
      const root = await app.get(AgencyDirectory).root();
      const hanoi = await app.get(AgencyDirectory).byCode('01');
      expect(hanoi).toMatchObject({
        name: 'Ủy ban nhân dân thành phố Hà Nội',
        parentId: root?.id,
        intakeOpen: true,
      });
      expect(hanoi?.path).toBe(`/${String(root?.id)}/${String(hanoi?.id)}/`);
      expect((await app.get(AgencyDirectory).intakeRoot())?.code).toBe('VPCP');
    });

    it('is planted once', async () => {
      const before = await app.get(AgencyDirectory).all();
      await app.get(DirectorySeed).plant();
      expect(await app.get(AgencyDirectory).all()).toBe(before);
    });

    it('counts working days by its calendar', async () => {
      const calendar = await app.get(CalendarService).current();
      expect(calendar.addWorkingDays('2025-04-24', 3).due).toBe('2025-04-28');
      expect(calendar.addWorkingDays('2026-11-20', 5)).toMatchObject({ due: '2026-11-27', confirmed: false });
    });
  });

  describe('the registry', () => {
    it('moves an agency with all below it, and knows how it was', async () => {
      const registry = app.get(AgencyRegistry);
      const under = async (code: string, parentId: number): Promise<Agency> =>
        registry.add({
          code,
          name: code,
          shortName: code,
          level: 'DEPARTMENT',
          validFrom: '2020-01-01',
          parentId,
        });
      const from = await theAgency('01');
      const to = await theAgency('20');
      const office = await under('O-1', from.id);
      const desk = await under('O-1-1', office.id);
      await registry.move(office.id, to.id, '2024-05-06');
      expect((await theAgency('O-1-1')).path).toBe(`${to.path}${office.id}/${desk.id}/`);
      const tree = await app.get(AgencyDirectory).tree();
      expect(tree.at('2024-05-05').subtree(from.id)).toEqual([from.id, office.id, desk.id]);
      expect(tree.at('2024-05-06').subtree(to.id)).toEqual([to.id, office.id, desk.id]);
      await expect(registry.move(office.id, desk.id, '2024-05-07')).rejects.toMatchObject({
        key: 'directory.error.belowItself',
      });
      await expect(registry.move(office.id, from.id, '2024-05-05')).rejects.toMatchObject({
        key: 'directory.error.moveTooEarly',
      });
      await expect(registry.move(office.id, from.id, '2026-11-21')).rejects.toMatchObject({
        key: 'directory.error.inTheFuture',
      });
      await expect(under('O-1', from.id)).rejects.toMatchObject({ key: 'directory.error.codeTaken' });
      await expect(under('O-2', 999_999)).rejects.toMatchObject({
        fields: { parentId: { key: 'directory.error.unknownAgency' } },
      });
    });

    it('ends an agency with a successor, still under its last parent', async () => {
      const registry = app.get(AgencyRegistry);
      const office = await theAgency('O-1');
      const heir = await theAgency('20');
      await expect(registry.abolish(office.id, '2020-01-01', null)).rejects.toMatchObject({
        key: 'directory.error.endsBeforeItBegins',
      });
      await registry.abolish(office.id, '2025-07-01', heir.id);
      const tree = await app.get(AgencyDirectory).tree();
      expect(tree.successorOf(office.id)).toBe(heir.id);
      expect([tree.isAlive(office.id, '2025-06-30'), tree.isAlive(office.id, '2025-07-01')]).toEqual([
        true,
        false,
      ]);
      expect(tree.at('2026-01-01').parent(office.id)).toBe(heir.id);
      const found = await app.get(AgencyDirectory).search('O-1', 10);
      expect(found.map((agency) => agency.code)).not.toContain('O-1');
      expect(found[0]?.code).toBe('O-1-1');
    });

    it('is noticed by another process', async () => {
      const other = await bootFoundations(database);
      await other.get(AgencyDirectory).all();
      await app.get(AgencyRegistry).change((await theAgency('80')).id, { phone: '0276' });
      expect((await other.get(AgencyDirectory).byCode('80'))?.phone).toBe('0276');
      await other.close();
    });
  });

  describe('searching agencies', () => {
    const found = async (question: string, filter = {}): Promise<string[]> =>
      (await app.get(AgencyDirectory).search(question, 5, filter)).map((agency) => agency.code);

    it('needs no marks, takes names and codes, and puts the province before its communes', async () => {
      await app.get(AgencyRegistry).addAll((await theAgency('01')).id, [
        {
          code: '00004',
          level: 'COMMUNE',
          validFrom: '2025-07-01',
          ...committeeNames('Phường Ba Đình', 'Thành phố Hà Nội'),
        },
      ]);
      expect(await found('ba dinh')).toEqual(['00004']);
      expect(await found('00004')).toEqual(['00004']);
      expect((await found('hà nội'))[0]).toBe('01');
      expect(await found('bo tai chinh')).toEqual(['BTC']);
      expect((await found('tp hcm'))[0]).toBe('79');
      expect(await found('%')).toEqual([]);
    });

    it('keeps to what citizens may choose, to a subtree and to a day', async () => {
      expect(await found('chính phủ')).toContain('CP');
      expect(await found('chính phủ', { openOnly: true })).not.toContain('CP');
      expect(await found('phường', { under: (await theAgency('20')).id })).toEqual([]);
      expect(await found('bắc ninh', { on: '2025-06-30' })).toEqual([]);
    });
  });

  async function theAgency(code: string): Promise<Agency> {
    return app.get(DataSource).getRepository(Agency).findOneByOrFail({ code });
  }
});
