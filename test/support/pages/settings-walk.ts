import { TermRule } from '../../../src/feedback/term-rule.entity.js';
import { ReplyTemplate } from '../../../src/handling/reply-template.entity.js';
import { RoutingRule } from '../../../src/routing/routing-rule.entity.js';
import type { TestApplication } from '../application.js';
import type { Walk } from '../walk.js';
import { walkAuthority } from './authority-walk.js';

/** One of each of what an authority sets, so that its page has something to show. */
export async function laySettings(house: TestApplication, agencyId: number): Promise<void> {
  const changedAt = house.clock.now();
  await house.write(async (tx) => {
    const rule = { position: 1, name: 'Đất đai', agencyId, words: 'đất đai', changedAt };
    await tx.insert(RoutingRule, { ...rule, active: true });
    const term = { agencyId, term: 7, validFrom: '2026-01-01', note: 'Theo quy chế', addedAt: changedAt };
    await tx.insert(TermRule, { ...term, addedById: 1, urgency: 'NORMAL' });
    const body = 'Kính gửi {người gửi}, cơ quan đã xem xét.';
    await tx.insert(ReplyTemplate, { agencyId, name: 'Đã xem xét', body, changedById: 1, changedAt });
  });
}

/** What administrators set: routing, terms, the calendar with what a change would move. */
export async function walkSettings(walk: Walk): Promise<void> {
  const { page } = walk;
  await walk.see('routing', '/quan-tri/dinh-tuyen');
  await walk.see('routing-trial', '/quan-tri/dinh-tuyen/thu');
  await walk.see('routing-new', '/quan-tri/dinh-tuyen/moi');
  await walk.see('routing-rule', '/quan-tri/dinh-tuyen/quy-tac/1');
  await walk.see('routing-rule-trial', '/quan-tri/dinh-tuyen/quy-tac/1/thu');
  await walk.see('terms', '/quan-tri/thoi-han');
  await walk.see('publication-term', '/quan-tri/thoi-han/cong-khai');
  await walk.see('term-new', '/quan-tri/thoi-han/them');
  await walk.see('term-end', '/quan-tri/thoi-han/1/ket-thuc');
  await walk.see('calendar', '/quan-tri/lich?nam=2026');
  await page.locator('main textarea').first().fill('12/03/2026 nghỉ Thử');
  await walk.press('calendar-preview', page.getByRole('button', { name: 'Xem ảnh hưởng' }));
  await walkAuthority(walk);
}

/** The templates of replies that an agency keeps. */
export async function walkTemplates(walk: Walk): Promise<void> {
  await walk.see('templates', '/can-bo/mau-tra-loi');
  await walk.see('template-new', '/can-bo/mau-tra-loi/moi');
  await walk.see('template', '/can-bo/mau-tra-loi/1');
}
