import { Injectable } from '@nestjs/common';
import { Feedback } from '../../feedback/feedback.entity.js';
import { Settings } from '../../platform/config/settings.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Language } from '../../platform/i18n/translator.js';
import { Translator } from '../../platform/i18n/translator.js';
import { paths } from '../../platform/web/paths.js';
import { TrackingPin } from '../../tracking/tracking-pin.js';
import { API } from './api-addresses.js';
import { iso, lower } from './item.json.js';

/** What a program keeps of a submission. */
@Injectable()
export class Receipts {
  constructor(
    private readonly pins: TrackingPin,
    private readonly translator: Translator,
    private readonly settings: Settings,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Read where it was written: a replica may not know it yet. @param code of the item that was just sent */
  async of(code: string, lang: Language): Promise<object> {
    const item = await this.unitOfWork.run((tx) =>
      tx.findOneOrFail(Feedback, { where: { code }, relations: { handlingAgency: true } }),
    );
    const { state, handlingAgency: agency, externalNumber } = item;
    return {
      code,
      pin: this.pins.of(code),
      state: lower(state),
      stateLabel: this.translator.t(`lifecycle.state.${state}`, {}, lang),
      due: item.dueDay,
      agency: { code: agency.code, name: agency.name },
      submittedAt: iso(item.submittedAt),
      externalNumber,
      href: API.item.to({ code }),
      page: this.settings.baseUrl + paths.track.to({ ma: code }),
    };
  }
}
