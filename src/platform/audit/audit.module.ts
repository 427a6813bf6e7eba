import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.service.js';

/** The trail of looks and changes, for every room. */
@Global()
@Module({ providers: [AuditTrail], exports: [AuditTrail] })
export class AuditModule {}
