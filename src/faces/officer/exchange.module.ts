import { Module } from '@nestjs/common';
import { IntakeModule } from '../../intake/intake.module.js';
import { BadLinesCsv } from './bad-lines.csv.js';
import { ExchangeController } from './exchange.controller.js';
import { ExchangeDesk } from './exchange-desk.service.js';
import { ExchangeImportController } from './exchange-import.controller.js';

/** Items as files, in and out. */
@Module({
  imports: [IntakeModule],
  controllers: [ExchangeController, ExchangeImportController],
  providers: [ExchangeDesk, BadLinesCsv],
})
export class ExchangeModule {}
