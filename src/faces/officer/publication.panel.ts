import { Injectable } from '@nestjs/common';
import { dayOf, formatDay, type CivilDay } from '../../platform/kernel/civil-day.js';
import type { Message } from '../../platform/kernel/errors.js';
import { paths } from '../../platform/web/paths.js';
import { OwedPublications, type PublicationStanding } from '../../publication/owed-publications.query.js';
import { noticeOf } from '../../publication/unpublish-kind.js';
import { type ItemPanel, OnItemPage, type PanelView } from './item-panel.js';
import type { VisibleItem } from './visible-item.query.js';

interface PublicationPanelView {
  /** Null where it is not public. */
  readonly publishedDay: CivilDay | null;
  /** By when it is to be public; null where it is, or is not to be. */
  readonly due: { readonly day: CivilDay; readonly late: boolean } | null;
  readonly words: readonly Message[];
  readonly told: Message | null;
  /** The public page; null where nothing was ever public. */
  readonly href: string | null;
}

/** Where the answer stands on its way to the public. */
@Injectable()
@OnItemPage({ place: 'side', order: 15 })
export class PublicationPanel implements ItemPanel {
  constructor(private readonly publications: OwedPublications) {}

  async view({ item }: VisibleItem): Promise<PanelView | null> {
    const standing = (await this.publications.of([item])).get(item.id);
    if (!standing) return null;
    return {
      partial: 'officer/panel-publication',
      model: publicationPanel(standing, item.publication === 'PUBLISHED'),
    };
  }
}

function publicationPanel(
  { dueDay, late, publication }: PublicationStanding,
  isPublic: boolean,
): PublicationPanelView {
  const { publishedAt = null, turnedDown = null } = publication ?? {};
  const told = !isPublic && publication && publication.unpublishedAt !== null ? noticeOf(publication) : null;
  const timely = late ? 'publishing.panel.publishedLate' : 'publishing.panel.inTime';
  const isShown = isPublic && publishedAt !== null;
  const timeliness = isShown && dueDay !== null ? [{ key: timely, params: { day: formatDay(dueDay) } }] : [];
  const down = {
    SENT_BACK: 'publishing.panel.sentBack',
    WITHHELD: 'publishing.panel.withheld',
  };
  return {
    publishedDay: isShown ? dayOf(publishedAt) : null,
    due: isPublic || dueDay === null ? null : { day: dueDay, late },
    words: [...timeliness, ...(turnedDown ? [{ key: down[turnedDown] }] : [])],
    told,
    href: publication && (isShown || told) ? paths.publishedItem.to({ number: publication.id }) : null,
  };
}
