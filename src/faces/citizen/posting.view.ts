import { TERMS } from '../../feedback/terms.js';
import { sentence, type Say } from '../../figures/sentence.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import { formatCount, formatRatio } from '../../platform/kernel/ratio.js';
import type { PageModel } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { qrCode } from '../../platform/web/qr-code.js';
import { PERIOD_LENGTHS, type PeriodLength } from './last-period.js';
import type { PostingSheet } from './posting-sheet.service.js';

/** A contact point that must be published; `value` empty where the agency has not entered it: a line to fill in. */
interface ContactLine {
  readonly label: string;
  readonly value: string;
}

/** With more letters than this the sheet is set smaller, so that it stays one page. */
const ROOMY = 400;
const CROWDED = 900;

/** @param say a text of the catalogue in the reader's language. */
export function postingView(sheet: PostingSheet, length: PeriodLength, say: Say): PageModel {
  const { agency, report, baseUrl, terms } = sheet;
  const address = `${baseUrl}${paths.submit.to()}`;
  const contacts = contactLines(agency);
  const letters = [agency.name, ...contacts.map(({ value }) => value)].join('').length;
  const { firstDay, lastDay } = report.period;
  return {
    title: 'posting.title',
    titleParams: { agency: agency.shortName },
    name: agency.name,
    size: letters > CROWDED ? 'posting--small' : letters > ROOMY ? 'posting--dense' : '',
    contacts,
    address: address.replace(/^https?:\/\//, ''),
    qr: qrCode(agency.intakeOpen ? `${baseUrl}${paths.submit.to({ agencyCode: agency.code })}` : address),
    terms: [
      say('posting.terms.triage', { days: TERMS.triage }),
      say('posting.terms.forward', { days: TERMS.forwarding }),
      say('posting.terms.act', { days: terms.ADMIN_ACT }),
      say('posting.terms.regulation', { days: terms.ADMIN_REGULATION }),
    ],
    period: say('posting.results.period', { from: formatDay(firstDay), to: formatDay(lastDay) }),
    sentence: sentence(report.total.counts, say),
    numbers: numbersOf(sheet),
    lengths: PERIOD_LENGTHS.map((one) => ({
      text: say(`posting.length.${one}`),
      href: paths.postingSheet.to({ agency: agency.code, length: one }),
      current: one === length,
    })),
    figures: paths.figures.to({ from: firstDay, to: lastDay, agency: agency.code }),
    published: paths.published.to({ agency: agency.code }),
  };
}

/** The contact points of Đ.10 and Đ.13 NĐ 20/2008/NĐ-CP, all of them. */
function contactLines({
  address,
  postalAddress,
  phone,
  website,
  email,
}: PostingSheet['agency']): ContactLine[] {
  return Object.entries({ address, postalAddress: postalAddress || address, phone, website, email }).map(
    ([name, value]) => ({ label: `posting.contact.${name}`, value }),
  );
}

/** Columns and ratios by their numbers in the published definitions. */
function numbersOf({ report }: PostingSheet): { label: string; value: string }[] {
  const { counts, ratios } = report.total;
  const counted = (['1', '7', '14', '16', '17'] as const).map((number) => ({
    label: `figures.column.${number}.name`,
    value: formatCount(counts[number]),
  }));
  const parts = (['22', '23', '24'] as const).map((number) => ({
    label: `figures.ratio.${number}.name`,
    value: formatRatio(ratios[number]),
  }));
  return [...counted, ...parts];
}
