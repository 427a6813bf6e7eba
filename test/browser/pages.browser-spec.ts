import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { paths } from '../../src/platform/web/paths.js';
import { BrowserHouse } from '../support/browser.js';
import { anApplication } from '../support/application.js';
import { EveryPageHouse } from '../support/every-page-house.js';
import { AT_THE_DESK, FOLLOWED, FOR_EVERYBODY, NO_PAGE, WITH_STEPS } from '../support/page-lists.js';
import { inspect, INSPECTORS } from '../support/page-inspection.js';
import { DeskPage } from '../support/pages/desk-page.js';
import { walkAccounts, walkDuty, walkInvited } from '../support/pages/account-walk.js';
import { walkDirectory } from '../support/pages/directory-walk.js';
import { walkIntake } from '../support/pages/intake-walk.js';
import { walkMail } from '../support/pages/mail-walk.js';
import { walkExchange, walkPartners } from '../support/pages/partner-walk.js';
import { walkPrivacy } from '../support/pages/privacy-walk.js';
import { walkPublication } from '../support/pages/publication-walk.js';
import { walkPublished } from '../support/pages/published-walk.js';
import { walkBulk, walkQueue } from '../support/pages/queue-walk.js';
import { laySettings, walkSettings, walkTemplates } from '../support/pages/settings-walk.js';
import { walkSubmission } from '../support/pages/submit-walk.js';
import { walkStaff, walkSupervision } from '../support/pages/supervision-walk.js';
import { TrackPage } from '../support/pages/track-page.js';
import { Walk } from '../support/walk.js';

describe('every page', () => {
  let house: EveryPageHouse;
  let chromium: BrowserHouse;
  let walk: Walk;
  const seen = new Set<string>();

  beforeAll(async () => {
    house = await EveryPageHouse.open();
    chromium = await BrowserHouse.open(house.house.app, INSPECTORS);
  });
  afterEach(() => {
    for (const path of walk.seen) seen.add(path);
    expect([...walk.findings, ...chromium.faults.splice(0)]).toEqual([]);
  });
  afterAll(async () => {
    await chromium.close();
    await house.close();
  });

  const begin = async (): Promise<Walk> => (walk = new Walk(await chromium.visitor()));
  const staff = async (username: string): Promise<Walk> => {
    await new DeskPage((await begin()).page, true).signIn(username);
    return walk;
  };

  it.each(FOR_EVERYBODY)('for everybody: %s', async (name, address) => {
    await (await begin()).see(name, address);
  });

  it('of what is published', async () => {
    await walkPublished(await begin());
  });

  it('of writing and sending', async () => {
    await walkSubmission(await begin());
  });

  it.each(FOLLOWED)('of an item that its citizen follows: %s', async (state) => {
    const { page } = await begin();
    await new TrackPage(page).open(await house.kept(state));
    await page.locator('#now').waitFor();
    await walk.look(`track-${state}`);
    if (state === 'SUBMITTED') {
      await walk.see('withdraw', '/tra-cuu/ho-so/rut');
      await walk.press('withdraw-fault', page.getByRole('button', { name: 'Rút hồ sơ' }));
    }
    if (state === 'NEEDS_INFO')
      await walk.press('supplement-fault', page.getByRole('button', { name: 'Gửi bổ sung' }));
    if (state === 'ANSWERED')
      await walk.press('rate-fault', page.getByRole('button', { name: 'Gửi đánh giá' }));
  });

  it('of whoever guesses', async () => {
    const { page } = await begin();
    await new TrackPage(page).open({ code: 'PAKN-26-AAAAAAAA-A', pin: '000000' });
    await page.locator('.error-summary').waitFor();
    await walk.look('track-fault');
  });

  it('of signing in and of the own account', async () => {
    const { page } = await begin();
    await walk.see('sign-in', '/dang-nhap');
    await walk.press('sign-in-fault', page.getByRole('button', { name: 'Đăng nhập' }));
    await new DeskPage(page, true).signIn('xuly');
    await walk.see('account', '/tai-khoan');
    await walkDuty(walk);
    await walk.see('forbidden', '/quan-tri');
    await walk.see('no-item', '/can-bo/ho-so/PAKN-26-AAAAAAAA-A');
  });

  it('of accounts, their invitations and two steps', async () => {
    const link = await walkAccounts(await staff('quantri'));
    await walk.page.context().clearCookies();
    await walkInvited(walk, link, house);
  });

  it('of the queue', async () => {
    await walkQueue(await staff('tiepnhan'));
  });

  it('of many items at once', async () => {
    await walkBulk(await staff('tiepnhan'));
  });

  it('of items at the desk', async () => {
    await staff('tiepnhan');
    for (const state of AT_THE_DESK) {
      const [code = ''] = await house.codes(state);
      await walk.see(`item-${state}`, `/can-bo/ho-so/${code}`);
    }
  });

  it.each([['tiepnhan'], ['xuly'], ['lanhdao'], ['congkhai'], ['giamsat']])(
    'of the steps of %s',
    async (who) => {
      const { page } = await staff(who);
      const forms = new Map<string, string>();
      for (const state of WITH_STEPS) {
        for (const code of (await house.codes(state)).slice(0, 2)) {
          await page.goto(`/can-bo/ho-so/${code}`);
          const links = page.locator('[aria-labelledby="steps-title"] a.button');
          for (const href of await links.evaluateAll((all: { href: string }[]) => all.map((a) => a.href)))
            forms.set(href.split('/').at(-1) ?? '', href);
        }
      }
      for (const [step, href] of forms) {
        if (seen.has(`step ${step}`)) continue;
        seen.add(`step ${step}`);
        await walk.see(`step-${step}`, href);
        const send = page.locator('main form > p.cluster > button').first();
        if (['draft', 'forward', 'refuse'].includes(step)) await walk.press(`step-${step}-fault`, send);
      }
      expect(forms.size).toBeGreaterThan(0);
    },
    120_000,
  );

  it('of what officers key in', async () => {
    await walkIntake(await staff('tiepnhan'));
  }, 120_000);

  it('of supervision', async () => {
    await walkSupervision(await staff('giamsat'));
  });

  it('of administration', async () => {
    await walkStaff(await staff('quantri'));
    await walkMail(walk, house);
  }, 120_000);

  it('of what an authority sets', async () => {
    const hg = (await house.house.province()).agencies.get('HG');
    await laySettings(house.house, hg?.id ?? 0);
    await walkSettings(await staff('quantri'));
  }, 120_000);

  it('of templates for replies', async () => {
    await walkTemplates(await staff('tiepnhan'));
  });

  it('of agencies, procedures and fields', async () => {
    await walkDirectory(await staff('quantri'));
  }, 120_000);

  it('of publishing an answer', async () => {
    await walkPublication(await begin());
  }, 120_000);

  it('of partners', async () => {
    await walkPartners(await staff('quantri'));
  }, 120_000);

  it('of items as files', async () => {
    await walkExchange(await staff('tiepnhan'));
  }, 120_000);

  it('of personal data', async () => {
    await walkPrivacy(await begin(), house);
  }, 120_000);

  it('of the first run', async () => {
    const empty = await anApplication('sqlite');
    const first = await BrowserHouse.open(empty.app, INSPECTORS);
    try {
      walk = new Walk(await first.visitor());
      await walk.see('first-run', '/khoi-tao');
      await walk.press(
        'first-run-fault',
        walk.page.getByRole('button', { name: 'Tạo tài khoản quản trị' }).last(),
      );
      expect(first.faults).toEqual([]);
    } finally {
      await first.close();
      await empty.close();
    }
  });

  it('would be found out', async () => {
    const flawed = '<p width=9><button>x</button><hr width=999 id=a><i id=a>light</i>';
    const { page } = await begin();
    await page.goto(`data:text/html,${flawed}`);
    const findings = (await inspect(page, 'flawed', flawed)).join('\n');
    for (const finding of ['no-dup-id', 'axe html-has-lang', 'small target', 'over the edge', '1280px'])
      expect(findings).toContain(finding);
  });

  it('was among them', () => {
    const shown = (route: string): boolean => {
      const pattern = new RegExp(`^${route.replace(/:\w+/g, '[^/]+')}$`);
      return [...seen].some((path) => pattern.test(path));
    };
    const names = (Object.keys(paths) as (keyof typeof paths)[]).filter((name) => !NO_PAGE.has(name));
    expect(names.filter((name) => !shown(paths[name].route))).toEqual([]);
  });
});
