import { Controller, Get, Param } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { Staff as StaffMember } from '../../accounts/staff.entity.js';
import { Erasure } from '../../feedback/erasure.entity.js';
import { erasureProof } from '../../feedback/erasure-proof.view.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { StaffOverAll } from '../../platform/web/access.js';
import { type Page, page } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';

/** A night of a big installation erases more than a page can show; the trail has all of them. */
const MOST = 200;

/** The certificate of an erasure, to be printed and signed. */
@Controller()
@StaffOverAll('ADMIN')
export class ErasureProofController {
  constructor(
    @InjectRepository(Erasure) private readonly erasures: Repository<Erasure>,
    @InjectRepository(StaffMember) private readonly staff: Repository<StaffMember>,
  ) {}

  @Get(paths.erasureProof.route)
  async show(@Param('act') act: string): Promise<Page> {
    const rows = await this.erasures.find({ where: { act }, order: { feedbackId: 'ASC' }, take: MOST });
    const [first, ...others] = rows;
    if (!first) throw new DomainError('not-found', 'errors.notFound');
    return page('administrator/erasure-proof', {
      title: 'privacy.proof.title',
      proof: erasureProof([first, ...others]),
      by: await this.positionOf(first),
      total: await this.erasures.countBy({ act }),
      isCut: rows.length === MOST,
    });
  }

  /** The office, not the person: the certificate names nobody. */
  private async positionOf({ actorKind, actorId }: Erasure): Promise<string | null> {
    if (actorKind !== 'staff' || actorId === null) return null;
    return (await this.staff.findOneBy({ id: actorId }))?.position ?? null;
  }
}
