import { emails, phones } from './contact-detectors.js';
import type { FoundPlace } from './found-place.js';
import { houses } from './house-detector.js';
import { accounts, identities, trackingCodes } from './number-detectors.js';
import { ownAddressPlaces } from './own-address.js';
import { namePlaces, ownEmailPlaces, ownPhonePlaces } from './own-words.js';
import { officerNames } from './officer-names.js';
import { plates } from './plate-detector.js';
import { plain } from './plain-text.js';
import { walled } from './redaction-marks.js';
import type { Detector } from './detector.js';

/** What is known of the people of an item and must not be published. */
export interface Secrets {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string | null;
  /** Whom the citizen named, as typed: “ông Trần Văn Bình, cán bộ hộ tịch”. */
  readonly officer: string | null;
}

const DETECTORS: readonly Detector[] = [identities, phones, emails, accounts, trackingCodes, plates, houses];

/**
 * Everything a machine finds that must not be published, in order, no two overlapping. A person reads the rest.
 * @param text composed (NFC), as forms and messages store it.
 */
export function findPersonal(text: string, secrets: Secrets): FoundPlace[] {
  const asked = plain(walled(text));
  const found = [
    ...DETECTORS.flatMap((detect) => detect(asked)),
    ...namePlaces(asked, secrets.name, 'name', true),
    ...ownAddressPlaces(asked, secrets.address),
    ...ownPhonePlaces(asked, secrets.phone),
    ...ownEmailPlaces(asked, secrets.email),
    ...officerNames(secrets.officer).flatMap((name) => namePlaces(asked, name, 'officer', false)),
  ];
  return merged(found);
}

/** Overlapping places become one: of the submitter's own kind where one is, else of the longest. */
function merged(found: readonly FoundPlace[]): FoundPlace[] {
  const places: FoundPlace[] = [];
  for (const place of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = places.at(-1);
    if (last && place.start < last.end) places[places.length - 1] = union(last, place);
    else places.push(place);
  }
  return places;
}

function union(a: FoundPlace, b: FoundPlace): FoundPlace {
  const longer = b.end - b.start > a.end - a.start ? b : a;
  const { kind } = a.own === b.own ? longer : a.own ? a : b;
  return { kind, start: Math.min(a.start, b.start), end: Math.max(a.end, b.end), own: a.own || b.own };
}
