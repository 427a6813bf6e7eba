import { ACTIONS } from '../../feedback/transition.js';
import { type Catalogue, readCatalogues } from '../../platform/i18n/catalogues.js';

/** Steps of items stand in the list beside other deeds: `item.book`. */
export const ITEM_STEP = 'item.';

const words = readCatalogues().vi['audit'];
const texts = typeof words === 'object' ? words : {};

/** What the trail has words for; a code that is none of these is printed as it stands. */
export const AUDIT_ACTIONS: readonly string[] = codesOf(texts['action']);
export const AUDIT_SUBJECTS: readonly string[] = codesOf(texts['subject']);
export const AUDIT_PURPOSES: readonly string[] = codesOf(texts['purpose']);
export const AUDIT_DETAILS: readonly string[] = codesOf(texts['detail']);
/** In which form contact data were looked at. */
export const LOOKS: readonly string[] = codesOf(texts['lookForm']);
export const ITEM_STEPS: readonly string[] = ACTIONS.map((action) => ITEM_STEP + action);

/** @returns the catalogue key of an action's words; null for a code without any. */
export function actionKey(code: string): string | null {
  // the step also stands for a proposal that was turned down before anything was public
  if (code === `${ITEM_STEP}unpublish`) return 'audit.unpublish';
  if (ITEM_STEPS.includes(code)) return `lifecycle.action.${code.slice(ITEM_STEP.length)}`;
  return AUDIT_ACTIONS.includes(code) ? `audit.action.${code}` : null;
}

function codesOf(tree: Catalogue | string | undefined): string[] {
  if (typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([name, below]) =>
    typeof below === 'string' ? [name] : codesOf(below).map((code) => `${name}.${code}`),
  );
}
