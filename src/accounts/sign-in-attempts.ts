import { placeOf } from '../platform/web/network-place.js';

/**
 * Under which keys a try to sign in is counted. From a device where the person has signed in before it counts there
 * alone, so that whoever guesses at the name from elsewhere, even from the same office, keeps nobody out.
 * @param username normalised. @param address of the browser. @param device nonce of a known device, or null.
 */
export function attemptKeys(username: string, address: string, device: string | null): string[] {
  if (device !== null) return [`device:${device}`];
  const place = placeOf(address);
  return [`staff-at-place:${username}@${place}`, `account:${username}`, `address:${place}`];
}
