import type { SecondFactorState } from '../../accounts/second-factors.service.js';
import { inFours, totpAddress } from '../../accounts/totp.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page } from '../../platform/web/page.js';
import { qrCode } from '../../platform/web/qr-code.js';
import type { FieldErrors } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { landingOf } from './landing.js';

/** What the app shows above its codes. Latin letters alone: not every app shows others. */
const ISSUER = 'Lang Nghe';

interface Offer {
  readonly username: string;
  readonly secret: string;
  /** The secret as the form carries it. */
  readonly sealed: string;
}

/** Two ways to the same app: a picture for its camera, and letters to be typed. */
export function twoStepSetUpPage(staff: SignedIn, offer: Offer, errors: FieldErrors): Page {
  const { username, secret, sealed } = offer;
  const model = {
    title: 'twoStep.title',
    isDuty: staff.duty === 'secondFactor',
    qr: qrCode(totpAddress(ISSUER, username, secret)),
    secret: inFours(secret),
    form: formView({ secret: sealed, code: '' }, errors),
  };
  return page('officer/two-step-set-up', model, Object.keys(errors).length > 0 ? 422 : 200);
}

/** It is on: what can be done about it. */
export function twoStepPage({ codesLeft }: SecondFactorState, errors: FieldErrors = {}, status = 200): Page {
  const form = formView({ current: '', code: '' }, errors);
  return page('officer/two-step', { title: 'twoStep.title', codesLeft, few: codesLeft < 3, form }, status);
}

/** The only time that these can be read. @param fresh right after switching on. */
export function recoveryCodesPage(staff: SignedIn, codes: readonly string[], fresh: boolean): Page {
  const model = { title: 'twoStep.codes.title', codes, fresh, onward: landingOf(staff.roles) };
  return page('officer/two-step-codes', model).confidential();
}
