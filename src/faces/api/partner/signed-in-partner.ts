import { createParamDecorator } from '@nestjs/common';
import { DomainError } from '../../../platform/kernel/errors.js';
import type { SignedInPartner } from '../../../platform/web/signed-in.js';
import type { WebRequest } from '../../../platform/web/web-request.js';

/** `SignedInPartner`: whose key came with the request. @throws DomainError unauthenticated without one. */
export const ThisPartner: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context): SignedInPartner => {
    const { partner } = context.switchToHttp().getRequest<WebRequest>();
    if (partner === null) throw new DomainError('unauthenticated', 'errors.partnerKey.missing');
    return partner;
  },
);
