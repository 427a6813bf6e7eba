import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { staffActor } from '../../accounts/staff-actor.js';
import { SavedFilters } from '../../handling/saved-filters.service.js';
import { DomainError } from '../../platform/kernel/errors.js';
import { Staff } from '../../platform/web/access.js';
import { CurrentStaff } from '../../platform/web/context.js';
import { formView } from '../../platform/web/form-view.js';
import { page, type Page, redirect, type Redirect } from '../../platform/web/page.js';
import { paths } from '../../platform/web/paths.js';
import { type FieldErrors, readForm } from '../../platform/web/read-form.js';
import type { SignedIn } from '../../platform/web/signed-in.js';
import { addressOf, parseQuery, queryOf } from './queue-address.js';
import { QueueReader } from './queue-reader.service.js';
import { SavedFilterForm } from './saved-filter.form.js';

/** Questions to the queue that a person keeps: kept, renamed, forgotten. */
@Controller()
@Staff()
export class SavedFilterController {
  constructor(
    private readonly filters: SavedFilters,
    private readonly reader: QueueReader,
  ) {}

  @Get(paths.officerFilters.route)
  async show(@CurrentStaff() { staffId }: SignedIn): Promise<Page> {
    return this.page(staffId, null, { name: '', query: '' });
  }

  @Post(paths.officerFilters.route)
  async keep(@CurrentStaff() signedIn: SignedIn, @Body() body: unknown): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(SavedFilterForm, body);
    if (!ok) return this.page(signedIn.staffId, null, value, errors);
    // Read and written anew: what is kept is an address of ours, whatever was sent.
    const query = queryOf(addressOf(await this.reader.read(parseQuery(value.query), staffActor(signedIn))));
    return this.orFaults(signedIn.staffId, null, Object.assign({}, value, { query }), async () => {
      await this.filters.keep(signedIn.staffId, value.name, query);
      const kept = { tone: 'success' as const, key: 'desk.saved.kept', params: { name: value.name } };
      return redirect(`${paths.officerQueue.to()}?${query}`, kept);
    });
  }

  @Post(paths.officerFilter.route)
  async rename(
    @CurrentStaff() { staffId }: SignedIn,
    @Param('id') text: string,
    @Body() body: unknown,
  ): Promise<Page | Redirect> {
    const { value, errors, ok } = readForm(SavedFilterForm, body);
    const id = idOf(text);
    if (!ok) return this.page(staffId, id, value, errors);
    return this.orFaults(staffId, id, value, async () => {
      await this.filters.rename(staffId, id, value.name);
      return redirect(paths.officerFilters.to(), { tone: 'success', key: 'desk.saved.renamed' });
    });
  }

  @Post(paths.officerFilterForget.route)
  async forget(@CurrentStaff() { staffId }: SignedIn, @Param('id') text: string): Promise<Redirect> {
    await this.filters.forget(staffId, idOf(text));
    return redirect(paths.officerFilters.to(), { tone: 'success', key: 'desk.saved.forgotten' });
  }

  private async orFaults(
    staffId: number,
    id: number | null,
    form: SavedFilterForm,
    work: () => Promise<Redirect>,
  ): Promise<Page | Redirect> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'invalid')
        return this.page(staffId, id, form, error.fields);
      throw error;
    }
  }

  /** @param at the filter whose name was typed; null for the new one. */
  private async page(
    staffId: number,
    at: number | null,
    form: SavedFilterForm,
    errors: FieldErrors = {},
  ): Promise<Page> {
    const filters = (await this.filters.of(staffId)).map(({ id, name, query }) => ({
      id,
      name: id === at ? form.name : name,
      href: `${paths.officerQueue.to()}?${query}`,
      fault: id === at ? (errors.name ?? null) : null,
    }));
    const fresh = at === null && form.query !== '' ? formView(form, errors) : null;
    const failed = Object.keys(errors).length > 0;
    const model = { title: 'desk.saved.title', filters, fresh, query: form.query };
    return page('officer/filters', model, failed ? 422 : 200);
  }
}

/** @throws DomainError not-found for what is no number of a filter. */
function idOf(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text) || Number(text) > 2_147_483_647)
    throw new DomainError('not-found', 'desk.saved.none');
  return Number(text);
}
