import { Controller, Get } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Public } from '../../platform/web/access.js';
import { page, type Page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { designSystemView } from './design-system.view.js';

/** Every part of the face on one living page, for those who build on it; no business of a real installation. */
@Controller()
@Public()
export class DesignSystemController {
  constructor(private readonly settings: Settings) {}

  /** @throws DomainError not-found in production outside the demo */
  @Get(paths.designSystem.route)
  show(): Page {
    if (this.settings.mode === 'production' && !this.settings.demo)
      throw new DomainError('not-found', 'errors.notFound');
    return page('design/design-system', designSystemView());
  }
}
