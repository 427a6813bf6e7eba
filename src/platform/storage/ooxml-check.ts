import { FileFault } from './file-fault.js';

export async function checkOoxml(bytes: Buffer, mediaType: string): Promise<void> {
  if (bytes.length < 22 || mediaType === '') throw new FileFault('broken');
  await Promise.resolve();
}
