import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ModuleRef, Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { DomainError } from '../kernel/errors.js';
import { type Access, ACCESS, FirstRunGate } from './access.js';
import { isApi } from './csrf.js';
import { localPath } from './local-path.js';
import { paths } from './paths.js';
import { type Duty, PartnerAuthenticator } from './signed-in.js';
import type { WebRequest } from './web-request.js';

/** Lets people to the routes that are declared for them. A route without a declaration is nobody's. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly modules: ModuleRef,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const request = context.switchToHttp().getRequest<WebRequest>();
    switch (access?.kind) {
      case 'public':
        await this.recognisePartner(request);
        return true;
      case 'partner':
        await this.recognisePartner(request);
        return letPartner(request, access.scopes);
      case 'first-run':
        return this.firstRun();
      case 'staff':
        return letStaff(request, context.switchToHttp().getResponse<Response>(), access);
      case undefined:
        throw new DomainError('forbidden', 'errors.page.forbidden.text');
    }
  }

  /** A wrong key is told at once, also where none is needed: whoever sends one means to be known. */
  private async recognisePartner(request: WebRequest): Promise<void> {
    const key = isApi(request.path) ? sentKey(request) : null;
    if (key === null) return;
    request.partner = await this.modules.get(PartnerAuthenticator, { strict: false }).authenticate(key);
    if (request.partner === null) throw new DomainError('unauthenticated', 'errors.partnerKey.unknown');
  }

  /** Afterwards the page does not exist, instead of telling what it was. */
  private async firstRun(): Promise<boolean> {
    if (await this.modules.get(FirstRunGate, { strict: false }).isOpen()) return true;
    throw new DomainError('not-found', 'errors.page.notFound.text');
  }
}

function sentKey(request: WebRequest): string | null {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(request.get('Authorization') ?? '') ?? [];
  return bearer ?? request.get('X-Api-Key') ?? null;
}

function letPartner({ partner }: WebRequest, scopes: readonly string[]): boolean {
  if (partner === null) throw new DomainError('unauthenticated', 'errors.partnerKey.missing');
  if (!scopes.every((scope) => partner.scopes.includes(scope))) {
    throw new DomainError('forbidden', 'errors.partnerKey.scope');
  }
  return true;
}

function letStaff(
  request: WebRequest,
  response: Response,
  { roles, overAll, onDuty }: Extract<Access, { kind: 'staff' }>,
): boolean {
  const staff = request.staff ?? (onDuty ? request.onDuty : null);
  if (staff === null) throw new SignInNeeded(signInAddress(request));
  if (roles.length > 0 && !roles.some((role) => staff.roles.includes(role))) {
    throw new DomainError('forbidden', 'errors.page.forbidden.text');
  }
  if (overAll && !roles.some((role) => staff.rolesOverAll?.includes(role))) {
    throw new DomainError('forbidden', 'errors.overAllOnly');
  }
  response.set('Cache-Control', 'no-store');
  return true;
}

/** Not a fault: the way leads past the sign-in page and back, or past a duty that comes first. */
export class SignInNeeded extends Error {
  constructor(readonly address: string) {
    super('sign-in needed');
  }
}

const DUTIES: Readonly<Record<Duty, string>> = {
  password: paths.accountPassword.to(),
  secondFactor: paths.twoStep.to(),
};

/** A form cannot be repeated after signing in, so only reading leads back. */
function signInAddress({ method, originalUrl, onDuty }: WebRequest): string {
  if (onDuty?.duty) return DUTIES[onDuty.duty];
  const way = ['GET', 'HEAD'].includes(method) ? localPath(originalUrl) : null;
  return paths.signIn.to(way === null ? {} : { tiep: way });
}
