import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Staff } from '../accounts/staff.entity.js';
import { DirectoryModule } from '../directory/directory.module.js';
import { FeedbackModule } from '../feedback/feedback.module.js';
import { KeptDraft } from './kept-draft.entity.js';
import { KeptDrafts } from './kept-drafts.service.js';
import { Note } from './note.entity.js';
import { Notes } from './notes.service.js';
import { PersonalDrafts, PersonalNotes } from './personal-notes.js';
import { Presence } from './presence.entity.js';
import { PresenceBoard } from './presence-board.service.js';
import { ReplyLetters } from './reply-letters.service.js';
import { ReplyTemplate } from './reply-template.entity.js';
import { ReplyTemplates } from './reply-templates.service.js';
import { SweepDrafts } from './sweep-drafts.js';

/** What work on one item needs beside its steps: notes, drafts, templates, documents, and who else is there. */
@Module({
  imports: [
    DirectoryModule,
    FeedbackModule,
    TypeOrmModule.forFeature([KeptDraft, Note, Presence, ReplyTemplate, Staff]),
  ],
  providers: [
    KeptDrafts,
    Notes,
    PresenceBoard,
    ReplyLetters,
    ReplyTemplates,
    SweepDrafts,
    PersonalNotes,
    PersonalDrafts,
  ],
  exports: [KeptDrafts, Notes, PresenceBoard, ReplyLetters, ReplyTemplates],
})
export class ItemWorkModule {}
