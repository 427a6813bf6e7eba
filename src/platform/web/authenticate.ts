import type { Handler } from 'express';
import type { Authenticator } from './signed-in.js';
import type { VisitorCookie } from './visitor-cookie.js';
import type { WebRequest } from './web-request.js';

/** Finds out whose session and whose browser it is. A session that is no longer anybody's counts as none. */
export function authenticate(authenticator: Authenticator, visitors: VisitorCookie): Handler {
  return async (incoming, _, next) => {
    const request = incoming as WebRequest;
    request.visitorId = visitors.read(request);
    request.partner = null;
    // There is no session under /api.
    const held = (request as Partial<WebRequest>).session?.staff;
    const person = held ? await authenticator.authenticate(held.staffId, held.stamp) : null;
    const isOnDuty = (person?.duty ?? null) !== null;
    request.staff = isOnDuty ? null : person;
    request.onDuty = isOnDuty ? person : null;
    next();
  };
}
