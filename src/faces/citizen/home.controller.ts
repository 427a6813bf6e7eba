import { Controller, Get } from '@nestjs/common';
import { Public } from '../../platform/web/access.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { DailyFigures } from './daily-figures.js';
import { homeView } from './home.view.js';

/** The first page: what one can do here, and how it stands today. */
@Controller()
@Public()
export class HomeController {
  constructor(private readonly figures: DailyFigures) {}

  @Get(paths.home.route)
  async show(): Promise<Page> {
    return page('citizen/home', homeView(await this.figures.today()));
  }
}
