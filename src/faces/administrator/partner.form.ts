import { CHANNELS } from '../../feedback/classification.js';
import { PARTNER_SCOPES } from '../../accounts/partner-scope.js';
import { Choice, Choices, DayField, Line, Tick, Whole } from '../../platform/web/form-fields.js';

/** What a partner may bring: everything but what comes through our own pages. */
export const PARTNER_CHANNELS = CHANNELS.filter((channel) => channel !== 'WEB');

export class PartnerForm {
  @Line({ label: 'partners.name.label', max: 200, required: true }) name: string;
  @Choice({ label: 'partners.channel.label', values: PARTNER_CHANNELS, required: true }) channel: string;
  /** What was typed to find the agency. */
  @Line({ label: 'partners.agency.label', max: 200 }) question: string;
  /** The agency's code. */
  @Line({ label: 'partners.agency.label', max: 40, required: true }) agency: string;
}

export class PartnerKeyForm {
  @Line({ label: 'partners.key.label', max: 100, required: true }) label: string;
  @Choices({ label: 'partners.key.scopes', values: PARTNER_SCOPES, required: true }) scopes: string[];
  @Whole({ label: 'partners.key.perMinute', min: 1, max: 6_000, required: true }) perMinute: number | null;
  @DayField({ label: 'partners.key.lastDay' }) lastDay: string | null;
}

export class WebhookForm {
  @Line({ label: 'partners.webhook.url', max: 500, required: true }) url: string;
  @Tick({ label: 'partners.webhook.active' }) active: boolean;
}
