import { paths } from '../platform/web/paths.js';
import type { Facts, Letter } from './letters.js';

/** An invented case, so that an administrator sees a letter as people will get it. */
const SAMPLE: Readonly<Record<string, string>> = {
  code: 'PAKN-26-7K3M9QTW-4',
  agency: 'Ủy ban nhân dân phường Trung Tâm',
  field: 'Đất đai',
  dueDay: '24/03/2026',
  originalDay: '10/03/2026',
  newDay: '31/03/2026',
  untilDay: '20/03/2026',
  ratingUntil: '23/04/2026',
  reopenUntil: '08/04/2026',
  question: 'Đề nghị Ông/Bà cho biết số giấy hẹn trả kết quả và ngày nộp hồ sơ.',
  reason: 'Cần lấy ý kiến của cơ quan phối hợp.',
  masterCode: 'PAKN-26-2F8H4XDN-9',
  originalCode: 'PAKN-26-2F8H4XDN-9',
  by: 'Lê Thị Hạnh',
  name: 'Trần Văn Minh',
  username: 'tran.minh',
  from: 'Sở Xây dựng',
  today: '',
  daysLeft: '2',
  daysLate: '3',
  day: '10/03/2026',
  summary: '1 quá hạn, 2 chờ phê duyệt',
  overdue: '- PAKN-26-7K3M9QTW-4 · Đất đai · UBND phường Trung Tâm · hạn 06/03/2026',
  overdueCount: '1',
  dueToday: '',
  dueTodayCount: '',
  approval:
    '- PAKN-26-2F8H4XDN-9 · Hộ tịch · UBND phường Trung Tâm · hạn 12/03/2026\n' +
    '- PAKN-26-6B1C5VRZ-2 · Đất đai · UBND phường Trung Tâm · hạn 16/03/2026',
  approvalCount: '2',
  fresh: '',
  freshCount: '',
};

/** @param baseUrl how people reach the product. */
export function sampleFacts({ audience }: Letter, baseUrl: string): Facts {
  const code = SAMPLE['code'] ?? '';
  const track = paths.track.to({ ma: code });
  const links = {
    citizen: track,
    officer: paths.officerItem.to({ code }),
    account: paths.invitation.to({ token: 'vi-du' }),
  };
  const link = links[audience];
  return { ...SAMPLE, link: `${baseUrl}${link}`, originalLink: `${baseUrl}${track}` };
}
