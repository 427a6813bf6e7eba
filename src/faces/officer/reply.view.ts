import { CRITERIA } from '../../feedback/classification.js';
import type { Attachment } from '../../feedback/attachment.entity.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import type { Reply } from '../../feedback/reply.entity.js';
import { ANSWERED } from '../../feedback/state.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import { paths } from '../../platform/web/paths.js';
import type { Fact } from './contact.view.js';
import { fileRow, type OfficerFile } from './files.view.js';
import type { Say } from './say.js';

/** A reply as officers read it: a draft, or the answer that stands. */
export interface ReplyView {
  readonly heading: string;
  readonly body: string;
  readonly facts: readonly Fact[];
  /** Where its document is. */
  readonly pdf: string;
  readonly isDraft: boolean;
  readonly files: readonly OfficerFile[];
}

type ReplyItem = Pick<Feedback, 'code' | 'state' | 'replyId'>;

/** The item of a reply, with its files. */
export interface ReplyPlace {
  readonly item: ReplyItem;
  readonly files: readonly Attachment[];
}

/** A draft, the answer that stands, or one that a reopening has undone. */
export function replyView(reply: Reply, { item, files }: ReplyPlace, say: Say): ReplyView {
  const { criteria } = reply;
  const verdicts = criteria
    ? CRITERIA.map((criterion) => ({
        label: `feedback.criterion.${criterion}`,
        value: say({ key: `feedback.verdict.${criteria[criterion]}` }),
      }))
    : [];
  const facts = [
    { label: 'officer.reply.outcome', value: say({ key: `feedback.outcome.${reply.outcome}` }) },
    { label: 'officer.reply.number', value: reply.number ?? '' },
    { label: 'officer.reply.day', value: reply.day === null ? '' : formatDay(reply.day) },
    { label: 'officer.reply.signatory', value: reply.signatory ?? '' },
    ...verdicts,
  ];
  const isCurrent = reply.id === item.replyId;
  return {
    heading: headingOf(reply, item),
    body: reply.body,
    facts: facts.filter(({ value }) => value !== ''),
    pdf: paths.officerReplyPdf.to({ code: item.code, ban: isCurrent ? null : reply.id }),
    isDraft: reply.approvedById === null,
    files: files.filter(({ replyId }) => replyId === reply.id).map((file) => fileRow(item.code, file, null)),
  };
}

function headingOf({ id, approvedById }: Reply, { state, replyId }: ReplyItem): string {
  if (approvedById === null) return 'officer.reply.draft';
  return id === replyId && ANSWERED.includes(state) ? 'officer.reply.standing' : 'deskItem.reply.earlier';
}
