import { describe, expect, it } from '@jest/globals';
import type { JournalEntry } from '../../feedback/journal-entry.entity.js';
import type { Message } from '../../platform/kernel/errors.js';
import { timelineEntry } from './history.view.js';

const say = ({ key, params }: Message): string => [key, ...Object.values(params ?? {})].join(' ');
const entry = (more: Partial<JournalEntry>): JournalEntry =>
  ({
    recordedAt: 1,
    agencyId: 2,
    fromAgencyId: 2,
    actorKind: 'staff',
    details: null,
    reasonCode: null,
    rating: null,
    dueDay: '2026-11-13',
    ...more,
  }) as JournalEntry;
const actor = { name: 'Trần Văn Bình', position: 'Chuyên viên', agency: 'Sở Xây dựng' };
const told = (more: Partial<JournalEntry>, text: string | null = null, by: typeof actor | null = actor) =>
  timelineEntry(
    {
      entry: entry(more),
      text,
      agency: 'UBND phường Đông Sơn',
      actor: by,
      named: { agency: 'Sở Tư pháp', person: '', proposed: '' },
    },
    say,
  );

describe('an entry of the journal, as officers read it', () => {
  it('says who, where and why', () => {
    const refused = told({ action: 'refuse', reasonCode: 'UNCLEAR' }, 'Xin nêu rõ.');
    expect(refused).toEqual({
      instant: 1,
      title: { key: 'lifecycle.done.refuse' },
      body: 'feedback.refusal.UNCLEAR\nXin nêu rõ.',
      agency: 'Sở Xây dựng',
      actor: 'Trần Văn Bình, Chuyên viên',
    });
  });

  it.each([
    [{ action: 'forward', fromAgencyId: 1 }, 'officer.history.to UBND phường Đông Sơn'],
    [{ action: 'accept' }, ''],
    [
      { action: 'book', details: { registerNumber: '00001/2026/TN-X' } },
      'officer.history.register 00001/2026/TN-X',
    ],
    [{ action: 'merge', details: { masterCode: 'PAKN-1' } }, 'officer.history.master PAKN-1'],
    [{ action: 'extend' }, 'officer.history.due 13/11/2026'],
    [{ action: 'redirect', reasonCode: 'COMPLAINT' }, 'feedback.redirection.COMPLAINT'],
    [{ action: 'reclassify', subject: 'BOTH' }, 'feedback.subject.BOTH'],
    [{ action: 'rate', rating: 'DISSATISFIED' }, 'feedback.rating.DISSATISFIED'],
    [
      { action: 'consult', details: { agencyId: 3, innerDay: '2026-11-12' } },
      'deskItem.history.asked Sở Tư pháp 12/11/2026',
    ],
    [{ action: 'split', details: { partCode: 'PAKN-2' } }, 'deskItem.history.part PAKN-2'],
    [{ action: 'apologise', details: { newDay: '2026-11-20' } }, 'deskItem.history.newDay 20/11/2026'],
    [
      { action: 'recalculate', details: { dueBefore: '2026-11-12', dueAfter: '2026-11-13', year: 2026 } },
      'deskItem.history.moved 12/11/2026 13/11/2026',
    ],
  ] as [Partial<JournalEntry>, string][])('%j', (more, body) => {
    expect(told(more).body).toBe(body);
  });

  it('names the files that came with it, and no others', () => {
    const row = {
      entry: entry({ seq: 4 }),
      text: null,
      agency: '',
      actor,
      named: { agency: '', person: '', proposed: '' },
    };
    const files = [
      { seq: 4, noteId: null, name: 'a.pdf' },
      { seq: 4, noteId: 7, name: 'note.pdf' },
      { seq: 3, noteId: null, name: 'b.pdf' },
    ];
    expect(timelineEntry(row, say, files).body).toBe('deskItem.history.files a.pdf');
  });

  it('calls citizen and system by what they are', () => {
    expect(told({ action: 'supplement', actorKind: 'citizen' }, null, null).actor).toBe(
      'officer.history.citizen',
    );
    expect(told({ action: 'expire', actorKind: 'system' }, null, null).actor).toBe('officer.history.system');
  });
});
