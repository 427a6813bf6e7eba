import type { MessageParams } from '../kernel/errors.js';

/** What the layout needs of every page. `title` is a message key, printed in the window's title. */
export interface Titled {
  readonly title: string;
  readonly titleParams?: MessageParams;
}

/** What a page's template gets: the title, and whatever it prints. */
export type PageModel = Titled & Readonly<Record<string, unknown>>;

/** A page to be rendered: what controllers return for GET, and for a POST whose form has faults. */
export class Page {
  constructor(
    readonly view: string,
    readonly model: Titled,
    readonly status: number,
    readonly isConfidential = false,
  ) {}

  /** For pages with personal data outside the desk: no cache keeps them. */
  confidential(): Page {
    return new Page(this.view, this.model, this.status, true);
  }
}

export type Tone = 'success' | 'info' | 'warning';

/** A sentence for the next page, once. */
export interface Flash {
  readonly tone: Tone;
  readonly key: string;
  readonly params?: MessageParams;
}

/** What controllers return after a POST that was done: 303, so that reloading repeats nothing. */
export class Redirect {
  constructor(
    readonly url: string,
    readonly flash?: Flash,
  ) {}
}

/**
 * @param view the template below `views/` without its ending: 'officer/queue'
 * @param status 200, or 422 when a form is shown again with its faults
 */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- without it a model's own fields would be refused
export function page<M extends Titled>(view: string, model: M, status = 200): Page {
  return new Page(view, model, status);
}

/** @param url a local address, from `paths` */
export function redirect(url: string, flash?: Flash): Redirect {
  return new Redirect(url, flash);
}
