import { Injectable } from '@nestjs/common';
import { procedureHit } from '../../directory/procedure-hit.js';
import { ProposeFromText } from '../../routing/propose-from-text.service.js';
import { chosenProcedure, type SubmitForm } from '../../intake/submit.form.js';
import type { Hit } from './submit.view.js';

/** Procedures that the words may be about, for somebody who has named none. */
@Injectable()
export class SubmitHints {
  constructor(private readonly texts: ProposeFromText) {}

  async for(form: SubmitForm): Promise<readonly Hit[]> {
    if (chosenProcedure(form) !== null) return [];
    const found = await this.texts.soon(`${form.title}\n${form.content}`, null);
    return found.map(({ procedure }) => procedureHit(procedure));
  }
}
