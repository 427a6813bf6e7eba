import { Module } from '@nestjs/common';
import { DirectoryModule } from '../../directory/directory.module.js';
import { FiguresModule } from '../../figures/figures.module.js';
import { AuthorityController } from './authority.controller.js';
import { AuthorityMarkController } from './authority-mark.controller.js';
import { AuthorityMarkReader } from './authority-mark.reader.js';
import { AuthoritySettings } from './authority-settings.service.js';
import { GoalController } from './goal.controller.js';

/** The installation itself: whose it is, how it stands. */
@Module({
  imports: [DirectoryModule, FiguresModule],
  controllers: [AuthorityController, AuthorityMarkController, GoalController],
  providers: [AuthorityMarkReader, AuthoritySettings],
})
export class AuthorityPagesModule {}
