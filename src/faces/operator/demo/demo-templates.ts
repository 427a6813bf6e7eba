import { readFileSync } from 'node:fs';
import type { INestApplicationContext } from '@nestjs/common';
import { ReplyTemplates, type TemplateWords } from '../../../handling/reply-templates.service.js';
import type { DemoGround } from './demo-ground.js';

const TEMPLATES = JSON.parse(
  readFileSync(new URL('../seed/demo-templates.json', import.meta.url), 'utf8'),
) as readonly TemplateWords[];

/** Words with which the example's authority often begins its replies. */
export async function layTemplates(rooms: INestApplicationContext, { actors }: DemoGround): Promise<void> {
  const templates = rooms.get(ReplyTemplates);
  const { APPROVER } = actors;
  for (const words of TEMPLATES) await templates.add(APPROVER.agencyId, words, APPROVER);
}
