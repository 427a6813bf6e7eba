import { LIFECYCLE } from './lifecycle.js';
import type { Transition, Who } from './transition.js';
import { STATES, type State } from './state.js';

/**
 * The lifecycle as a Mermaid state diagram, drawn from the table; docs/architecture.md holds it, and a structure test
 * compares. Steps that leave the state as it is stand in the table below the diagram.
 */
export function lifecycleDiagram(): string {
  const arrows = new Map<string, string[]>();
  for (const row of LIFECYCLE) {
    for (const from of row.from)
      for (const to of targetsOf(row, from)) push(arrows, `${from} --> ${to}`, row.action);
  }
  const lines = [...arrows].map(([arrow, actions]) => `  ${arrow}: ${[...new Set(actions)].join(', ')}`);
  return ['stateDiagram-v2', '  [*] --> SUBMITTED: submit', ...lines].join('\n');
}

/** The table in words: one line a row. */
export function lifecycleTable(): string {
  const head = [
    '| action | from | to | who | needs | conditions | clock |',
    '| --- | --- | --- | --- | --- | --- | --- |',
  ];
  const rows = LIFECYCLE.map((row) =>
    [
      row.action,
      row.from.join(' '),
      row.to,
      row.who.map(whoText).join(', '),
      row.needs.join(' '),
      row.conditions.join(' '),
      row.clock ?? '',
    ].join(' | '),
  );
  return [...head, ...rows.map((row) => `| ${row} |`)].join('\n');
}

function targetsOf(transition: Transition, from: State): State[] {
  if (transition.to === 'SAME') return [];
  if (transition.to !== 'PREVIOUS') return [transition.to];
  const back = LIFECYCLE.filter(({ to }) => to === from).flatMap((row) => row.from);
  // A paused item that was given to another agency goes on at that agency's door.
  const isReassigned = LIFECYCLE.some(
    ({ action, from: states }) => action === 'reassign' && states.includes(from),
  );
  return STATES.filter((state) => back.includes(state) || (isReassigned && state === 'FORWARDED'));
}

function whoText(who: Who): string {
  return typeof who === 'string' ? who : `${who.role} (${who.at})`;
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
