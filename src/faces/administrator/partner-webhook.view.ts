import type { Partner } from '../../accounts/partner.entity.js';
import type { Webhook } from '../../correspondence/webhook.entity.js';
import type { WebhookDelivery } from '../../correspondence/webhook-delivery.entity.js';
import { formatInstant } from '../../platform/kernel/civil-day.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { WebhookForm } from './partner.form.js';

/** Tries on one page of the log. */
export const LOG_PAGE = 100;

/** @param now epoch ms */
export function webhookView(webhook: Webhook, now: number): Readonly<Record<string, unknown>> {
  const { url, active, previousUntil, restingUntil, failures } = webhook;
  const isBoth = previousUntil !== null && previousUntil > now;
  return {
    url,
    active,
    failures,
    bothUntil: isBoth ? formatInstant(previousUntil) : null,
    restingUntil: restingUntil > now ? formatInstant(restingUntil) : null,
  };
}

export function deliveryRow(delivery: WebhookDelivery): Readonly<Record<string, unknown>> {
  const { at, event, attempt, status, ms, fault } = delivery;
  const isTest = event.includes('.test.');
  return {
    at: formatInstant(at),
    event: isTest ? null : event,
    attempt,
    status,
    ms,
    tone: fault === null ? 'success' : 'danger',
    result: fault === null ? 'partners.delivery.arrived' : `partners.fault.${fault}`,
  };
}

export function webhookPage(
  partner: Partner,
  webhook: Webhook | null,
  form: WebhookForm,
  errors: FieldErrors,
  status: number,
): Page {
  const model = {
    title: 'partners.webhook.title',
    partner,
    form: formView(form, errors),
    isNew: webhook === null,
  };
  return page('administrator/partner-webhook', model, status);
}

/** @param found one more than a page, where there are older ones. */
export function deliveriesPage(partner: Partner, found: readonly WebhookDelivery[]): Page {
  const rows = found.slice(0, LOG_PAGE);
  const last = found.length > LOG_PAGE ? rows.at(-1) : undefined;
  return page('administrator/partner-deliveries', {
    title: 'partners.delivery.title',
    partner,
    rows: rows.map(deliveryRow),
    older: last ? paths.partnerDeliveries.to({ id: partner.id, truoc: last.id }) : null,
  });
}
