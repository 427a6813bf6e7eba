import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { FileFault } from './file-fault.js';

/** Width × height of what is decoded: the largest photographs of telephones (50 million) and a little more. */
export const MOST_PIXELS = 64_000_000;
const LONGEST_SIDE = 16_383;

// Memory is bounded by one picture at a time, not by a cache of them.
sharp.cache(false);
sharp.concurrency(1);

/**
 * Decodes a picture and draws it anew: upright, in sRGB, without EXIF, GPS, comments, colour profiles or anything
 * that lay beside the picture in the file. What its header says is believed before a pixel is decoded.
 * @param path of a new file
 * @throws FileFault broken, animated, or pixels (too many of them)
 */
export async function redrawPicture(bytes: Buffer, path: string, mediaType: string): Promise<void> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error', animated: false } as const;
  const {
    width,
    height,
    pages = 1,
  } = await sharp(bytes, { ...options, limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new FileFault('broken');
    });
  if (pages > 1) throw new FileFault('animated');
  if (width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) throw new FileFault('pixels');
  const upright = sharp(bytes, options).autoOrient().toColourspace('srgb');
  const drawn =
    mediaType === 'image/png'
      ? upright.png({ compressionLevel: 7 })
      : upright.jpeg({ quality: 88, chromaSubsampling: '4:2:0' });
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const piece of drawn) await file.write(piece as Buffer);
  } catch (error) {
    if ((error as { syscall?: unknown }).syscall !== undefined) throw error;
    throw new FileFault('broken');
  } finally {
    await file.close();
  }
}
