import type { StaffActor } from '../../accounts/staff-actor.js';
import type { Agency } from '../../directory/agency.entity.js';
import { procedureHit } from '../../directory/procedure-hit.js';
import type { Procedure } from '../../directory/procedure.entity.js';
import { type Circumstances, refusalOf } from '../../feedback/conditions.js';
import type { Feedback } from '../../feedback/feedback.entity.js';
import { allowedTransitions } from '../../feedback/policy.js';
import type { Action } from '../../feedback/transition.js';
import type { Message } from '../../platform/kernel/errors.js';
import { paths } from '../../platform/web/paths.js';
import type { TextProposal } from '../../routing/propose-from-text.service.js';

/** What the rules proposed when the item came in. */
export interface ProposalView {
  readonly by: Message;
  readonly agency: string;
  readonly reasons: readonly Message[];
  readonly isHere: boolean;
  /** The form that sends it there; null where this person cannot now. */
  readonly forward: string | null;
}

/** One procedure that the words may be about. */
export interface TextProposalView {
  readonly name: string;
  readonly code: string;
  readonly field: string;
  readonly agency: string;
  readonly words: string;
  readonly forward: { readonly href: string; readonly agency: string } | null;
  readonly reclassify: string | null;
}

/** What this person may do with a proposal: the existing forms, opened with it filled in. */
export class ProposalLinks {
  private readonly steps: ReadonlySet<Action>;
  private readonly item: Feedback;

  constructor(circumstances: Circumstances & { readonly actor: StaffActor }) {
    this.item = circumstances.item;
    const open = allowedTransitions(circumstances.actor, this.item).filter(
      (row) => refusalOf(row, circumstances) === null,
    );
    this.steps = new Set(open.map(({ action }) => action));
  }

  /** Whoever may not forward it may perhaps assign it to another agency. */
  forward(agency: Readonly<Agency>): string | null {
    if (agency.id === this.item.handlingAgencyId) return null;
    const action = (['forward', 'reassign'] as const).find((step) => this.steps.has(step));
    const { code } = this.item;
    return action ? paths.officerAction.to({ code, action, agency: agency.code }) : null;
  }

  reclassify({ id, code: procedure }: Procedure): string | null {
    const { code, procedureId } = this.item;
    if (id === procedureId || !this.steps.has('reclassify')) return null;
    return paths.officerAction.to({ code, action: 'reclassify', procedure });
  }
}

export function proposalView(
  { proposal, handlingAgencyId }: Feedback,
  agency: Readonly<Agency> | null,
  links: ProposalLinks,
): ProposalView | null {
  if (!proposal || !agency) return null;
  const by =
    proposal.source === 'rule'
      ? { key: 'routing.panel.rule', params: { name: proposal.ruleName } }
      : { key: 'routing.panel.superior' };
  return {
    by,
    agency: agency.name,
    reasons: proposal.reasons,
    isHere: agency.id === handlingAgencyId,
    forward: links.forward(agency),
  };
}

export function textProposalViews(
  proposals: readonly TextProposal[],
  links: ProposalLinks,
): TextProposalView[] {
  return proposals.map(({ procedure, field, agencyName, agency, words }) => {
    const forward = agency && links.forward(agency);
    return {
      name: procedureHit(procedure).text,
      code: procedure.code,
      field: field?.name ?? '',
      agency: agencyName,
      words: words.join(', '),
      forward: agency && forward ? { href: forward, agency: agency.shortName } : null,
      reclassify: links.reclassify(procedure),
    };
  });
}
