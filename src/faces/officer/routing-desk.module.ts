import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FeedbackModule } from '../../feedback/feedback.module.js';
import { RoutingModule } from '../../routing/routing.module.js';
import { ConcernController } from './concern.controller.js';
import { ConcernDesk } from './concern-desk.service.js';
import { RoutingPanel } from './routing.panel.js';
import { VisibleItems } from './visible-item.query.js';

/** Where an item should go, and whom it must be hidden from. */
@Module({
  imports: [DirectoryModule, FeedbackModule, RoutingModule, TypeOrmModule],
  controllers: [ConcernController],
  providers: [RoutingPanel, ConcernDesk, VisibleItems],
})
export class RoutingDeskModule {}
