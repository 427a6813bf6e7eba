import type { DeclaredRoute } from '../../../src/platform/web/declared-routes.js';
import type { RouteHouse, SecretItem } from './route-house.js';

/** One address of a route, with what it is about. */
export interface Place {
  readonly url: string;
  readonly item?: SecretItem;
  readonly action?: string;
  readonly isContact?: true;
  readonly account?: { readonly id: number; readonly path: string };
  /** The same list, searched for a word of an item. */
  readonly isSearch?: true;
  /** What the address names may be missing, though the person might see it. */
  readonly mayLack: boolean;
}

const ITEM = '/can-bo/ho-so/:code';
/** Items that policy shows to different people; below the item's own page these stand for the others. */
const TELLING: ReadonlySet<string> = new Set(['redirected', 'coordinated', 'concerning', 'answered']);
/** Addresses under which `:code` is an item of the desk. */
const OF_ITEM = /^\/can-bo\/(ho-so|nhap\/bien-nhan)\/:code/;
const OF_ACCOUNT = /^\/quan-tri\/tai-khoan\/:id/;
/** Nothing is there without a question, or without the step before. */
const NEEDS_MORE: ReadonlySet<string> = new Set(['/giam-sat/danh-sach', '/dang-nhap/ma']);
/** Words that lists are searched for, so that a search shows no more than a list. */
const SEARCHED = ['q', 'tu-khoa', 'question'];

/** A few actions stand for all: the table over state × action × role is tested where it lies. */
const ACTIONS = ['start', 'assign', 'concern', 'approve', 'publish', 'remind'];
const WITH_PIN = /^\/(tra-cuu\/ho-so|api\/v1\/feedback\/:code)/;

/** @returns the addresses of a route that differ for policy; for lists also searched by the secret words. */
export function placesOf({ path, method }: DeclaredRoute, house: RouteHouse): Place[] {
  if (OF_ITEM.test(path))
    return house.items
      .filter(({ name }) => path === ITEM || TELLING.has(name))
      .flatMap((item) => itemPlaces(path, method, item));
  if (OF_ACCOUNT.test(path))
    return house.accounts
      .slice(0, 2)
      .map((account) => ({ url: filled(path, { id: String(account.id) }), account, mayLack: false }));
  const url = filled(path, {});
  const mayLack = url !== path || NEEDS_MORE.has(path) || WITH_PIN.test(path);
  if (method !== 'GET' || url !== path) return [{ url, mayLack }];
  const [first] = house.items;
  const query = SEARCHED.map((name) => `${name}=${first?.secret ?? ''}`).join('&');
  return [
    { url, mayLack },
    { url: `${url}?${query}`, mayLack, isSearch: true },
  ];
}

function itemPlaces(path: string, method: string, item: SecretItem): Place[] {
  const mayLack = path !== ITEM;
  const place = { item, mayLack };
  // Looking is a deed; its address alone leads back to the item.
  if (path.endsWith('/lien-he') && method === 'POST')
    return [{ ...place, url: filled(path, { code: item.code }), isContact: true }];
  const [, named = ''] = /\/(\w+)$/.exec(path) ?? [];
  if (ACTIONS.includes(named)) return [{ ...place, url: filled(path, { code: item.code }), action: named }];
  if (!path.includes(':action')) return [{ ...place, url: filled(path, { code: item.code }) }];
  return ACTIONS.map((action) => ({ ...place, url: filled(path, { code: item.code, action }), action }));
}

/** Every other parameter is a small number: that of whatever was made first, where there is one. */
function filled(path: string, values: Readonly<Record<string, string | number>>): string {
  return path.replace(/:(\w+)|\*(\w+)/g, (_, name: string) => encodeURIComponent(String(values[name] ?? 1)));
}
