import { Controller, Get, HttpCode, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../../platform/web/access.js';
import { paths } from '../../platform/web/paths.js';
import { Readiness, type ReadinessReport } from './readiness.service.js';

@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives. */
  @Get(paths.healthz.route)
  @Public()
  @HttpCode(200)
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** It can serve: 200, or 503 with what is wrong. */
  @Get(paths.readyz.route)
  @Public()
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessReport> {
    const report = await this.readiness.report();
    response.status(report.status === 'ok' ? 200 : 503);
    return report;
  }
}
