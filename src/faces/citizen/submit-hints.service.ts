import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { procedureHit } from '../../directory/procedure-hit.js';
import { ProposeFromText } from '../../routing/propose-from-text.service.js';
import { chosenProcedure, type SubmitForm } from './submit.form.js';
import type { Hit } from './submit.view.js';

/** A hint is worth no longer wait: the index is made once, and ready for the next one. */
const PATIENCE = 300;

/** Procedures that the words may be about, for somebody who has named none. */
@Injectable()
export class SubmitHints {
  constructor(private readonly texts: ProposeFromText) {}

  async for(form: SubmitForm): Promise<readonly Hit[]> {
    if (chosenProcedure(form) !== null) return [];
    const proposals = this.texts.propose(`${form.title}\n${form.content}`, null);
    // Nobody is kept from sending because a hint could not be had.
    const hits = proposals
      .then((found) => found.map(({ procedure }) => procedureHit(procedure)))
      .catch(() => []);
    return Promise.race([hits, setTimeout(PATIENCE, [], { ref: false })]);
  }
}
