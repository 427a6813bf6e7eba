import { FileFault } from './file-fault.js';

export async function checkPdf(bytes: Buffer): Promise<void> {
  if (!bytes.includes('%%EOF')) throw new FileFault('broken');
  await Promise.resolve();
}
