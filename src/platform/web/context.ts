import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Language } from '../i18n/translator.js';
import { placeOf } from './network-place.js';
import type { SignedIn } from './signed-in.js';
import type { WebRequest } from './web-request.js';

/** The browser that sends the request, without knowing who sits at it. */
export interface VisitorContext {
  /** Null until a form was shown to this browser; never null behind a POST, because the CSRF check needs it. */
  readonly visitorId: string | null;
  readonly lang: Language;
  /** The network address as attempts are counted by (network-place.ts); honours TRUST_PROXY. */
  readonly address: string;
}

const requestOf = (context: ExecutionContext): WebRequest => context.switchToHttp().getRequest<WebRequest>();

/** The person signed in; only behind `@Staff` or `@StaffOnDuty`, where there is always one. */
export const CurrentStaff: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context): SignedIn => {
    const { staff: free, onDuty } = requestOf(context);
    const staff = free ?? onDuty;
    if (!staff) throw new Error('@CurrentStaff() needs @Staff() on the route');
    return staff;
  },
);

/** The person signed in, or null. */
export const MaybeStaff: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context): SignedIn | null => requestOf(context).staff,
);

export const Visitor: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context): VisitorContext => {
    const { visitorId, lang, ip } = requestOf(context);
    return { visitorId, lang, address: placeOf(ip ?? '') };
  },
);
