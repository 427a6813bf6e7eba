import type { Colleague } from '../../handling/colleagues.query.js';
import { formatDay } from '../../platform/kernel/civil-day.js';
import { formatCount } from '../../platform/kernel/ratio.js';
import type { Say } from './say.js';

export interface PersonOption {
  readonly value: string;
  readonly text: string;
}

/** @returns each with what one must know before giving more: where, how many open items, away until when. */
export function personOptions(people: readonly Colleague[], me: number, say: Say): PersonOption[] {
  return [...people]
    .sort((a, b) => Number(b.id === me) - Number(a.id === me))
    .map((person) => ({ value: String(person.id), text: wordsOf(person, people, me, say) }));
}

function wordsOf(person: Colleague, people: readonly Colleague[], me: number, say: Say): string {
  const { id, name, agency, open, absentUntil, substituteId } = person;
  const substitute = people.find((one) => one.id === substituteId);
  const away = absentUntil && {
    key: substitute ? 'desk.assign.awaySubstitute' : 'desk.assign.away',
    params: { day: formatDay(absentUntil), name: substitute?.name ?? '' },
  };
  return [
    id === me ? say({ key: 'desk.assign.me', params: { name } }) : name,
    agency,
    say({ key: 'desk.assign.open', params: { count: formatCount(open) } }),
    ...(away ? [say(away)] : []),
  ].join(' · ');
}

/** Somebody is away, and somebody else does the work meanwhile. */
export interface Advice {
  readonly away: Colleague;
  readonly substitute: Colleague;
}

/**
 * @param insist whom the person was told about already.
 * @returns what to say before something is given to somebody who is away; null where there is nothing to say.
 */
export function adviceOn(people: readonly Colleague[], chosen: number, insist: string): Advice | null {
  const away = people.find(({ id }) => id === chosen);
  const substitute = people.find(({ id }) => id === away?.substituteId);
  return away && substitute && away.absentUntil !== null && insist !== String(chosen)
    ? { away, substitute }
    : null;
}

export interface AdviceView {
  readonly name: string;
  readonly day: string;
  readonly substitute: string;
}

export function adviceView(advice: Advice | null): AdviceView | null {
  return (
    advice && {
      name: advice.away.name,
      day: formatDay(advice.away.absentUntil ?? ''),
      substitute: advice.substitute.name,
    }
  );
}
