import type { Partner } from '../../accounts/partner.entity.js';
import type { PartnerKey } from '../../accounts/partner-key.entity.js';
import { PARTNER_SCOPES } from '../../accounts/partner-scope.js';
import type { AgencyFinding } from '../../directory/agency-choice.service.js';
import { dayOf, formatDay, formatInstant } from '../../platform/kernel/civil-day.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { PartnerFile } from './partner-desk.service.js';
import { PARTNER_CHANNELS, type PartnerForm, type PartnerKeyForm } from './partner.form.js';
import { deliveryRow, webhookView } from './partner-webhook.view.js';

const channels = PARTNER_CHANNELS.map((value) => ({ value, label: `feedback.channel.${value}` }));
const scopes = PARTNER_SCOPES.map((value) => ({
  value,
  label: `partners.scope.${value}`,
  hint: `partners.scopeHint.${value}`,
}));

export function partnerListPage(rows: readonly { partner: Partner; agency: string; keys: number }[]): Page {
  return page('administrator/partner-list', {
    title: 'partners.title',
    rows: rows.map(({ partner, agency, keys }) => ({
      href: paths.partner.to({ id: partner.id }),
      name: partner.name,
      channel: `feedback.channel.${partner.channel}`,
      active: partner.active,
      agency,
      keys,
    })),
  });
}

/** @param id of the partner that is changed; null for a new one. */
export function partnerFormPage(
  id: number | null,
  form: PartnerForm,
  errors: FieldErrors,
  agency: AgencyFinding,
  status: number,
): Page {
  const model = {
    title: id === null ? 'partners.newTitle' : 'partners.editTitle',
    form: formView(form, errors),
    channels,
    agency,
    source: paths.staffAgencies.to(),
    action: id === null ? paths.partnerNew.to() : paths.partnerEdit.to({ id }),
    back: id === null ? paths.partners.to() : paths.partner.to({ id }),
    backLabel: id === null ? 'partners.back' : 'partners.backToOne',
  };
  return page('administrator/partner-form', model, status);
}

/** @param now epoch ms, by which keys run out */
export function partnerPage({ partner, agency, keys, webhook, deliveries }: PartnerFile, now: number): Page {
  return page('administrator/partner', {
    title: 'partners.oneTitle',
    titleParams: { name: partner.name },
    partner,
    channel: `feedback.channel.${partner.channel}`,
    agency,
    since: dayOf(partner.createdAt),
    keys: keys.map((key) => keyRow(key, now)),
    webhook: webhook && webhookView(webhook, now),
    deliveries: deliveries.map(deliveryRow),
  });
}

function keyRow(key: PartnerKey, now: number): Readonly<Record<string, unknown>> {
  const { id, partnerId, prefix, label, perMinute, lastUsedAt, expiresAt, revokedAt } = key;
  const isOut = expiresAt !== null && expiresAt <= now;
  return {
    prefix: `lnk_${prefix}_…`,
    label,
    perMinute,
    scopes: key.scopes.map((scope) => `partners.scope.${scope}`),
    lastUsed: lastUsedAt === null ? null : formatInstant(lastUsedAt),
    until: expiresAt === null ? null : formatDay(dayOf(expiresAt - 1)),
    state: `partners.key.state.${revokedAt !== null ? 'revoked' : isOut ? 'expired' : 'inForce'}`,
    tone: revokedAt === null && !isOut ? 'success' : 'neutral',
    revoke: revokedAt === null ? paths.partnerKeyRevoke.to({ id: partnerId, key: id }) : null,
  };
}

export function keyFormPage(
  partner: Partner,
  form: PartnerKeyForm,
  errors: FieldErrors,
  status: number,
): Page {
  const model = { title: 'partners.key.newTitle', partner, form: formView(form, errors), scopes };
  return page('administrator/partner-key', model, status);
}

/** Shows a key or a webhook's secret, once. */
export function secretPage(partner: Partner, kind: 'key' | 'secret', secret: string): Page {
  return page('administrator/partner-secret', {
    title: `partners.secret.${kind}Title`,
    text: `partners.secret.${kind}Text`,
    label: `partners.secret.${kind}`,
    partner,
    secret,
  }).confidential();
}
