import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxMessage } from '../../platform/outbox/outbox-message.entity.js';
import { HealthController } from './health.controller.js';
import { Readiness } from './readiness.service.js';

/** What whoever runs the machine asks for. Commands are registered by `src/cli.ts`. */
@Module({
  imports: [TypeOrmModule.forFeature([OutboxMessage])],
  controllers: [HealthController],
  providers: [Readiness],
})
export class OperatorFaceModule {}
