import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarDay } from './calendar-day.entity.js';
import { CalendarSeed } from './calendar-seed.service.js';
import { CalendarYear } from './calendar-year.entity.js';
import { CalendarService } from './calendar.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CalendarDay, CalendarYear])],
  providers: [CalendarService, CalendarSeed],
  exports: [CalendarService],
})
export class CalendarModule {}
