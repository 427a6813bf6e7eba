import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FiguresModule } from '../../figures/figures.module.js';
import { SupervisorListController } from './supervisor-list.controller.js';
import { PublicationModule } from '../../publication/publication.module.js';
import { SupervisorCriticisedController } from './supervisor-criticised.controller.js';
import { SupervisorController } from './supervisor.controller.js';

/** What supervisors and oversight see. */
@Module({
  imports: [DirectoryModule, FiguresModule, PublicationModule],
  controllers: [SupervisorController, SupervisorListController, SupervisorCriticisedController],
})
export class SupervisorFaceModule {}
