import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Absence } from './absence.entity.js';
import { Absences } from './absences.service.js';
import { Colleagues } from './colleagues.query.js';
import { SavedFilter } from './saved-filter.entity.js';
import { SavedFilters } from './saved-filters.service.js';

/** What a desk needs besides the items: colleagues and what they have to do, absences, filters that are kept. */
@Module({
  imports: [TypeOrmModule.forFeature([Absence, SavedFilter])],
  providers: [Absences, Colleagues, SavedFilters],
  exports: [Absences, Colleagues, SavedFilters],
})
export class DeskWorkModule {}
