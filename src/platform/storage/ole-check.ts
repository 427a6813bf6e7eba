import { FileFault } from './file-fault.js';

export function checkOle(bytes: Buffer, mediaType: string): void {
  if (bytes.length < 512 || mediaType === '') throw new FileFault('broken');
}
