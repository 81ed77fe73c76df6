import sharp, { type Sharp } from 'sharp';
import { isImage, type FileType } from './kinds.ts';
import type { FileRefusal } from './refusals.ts';

/** Pixels of the longest picture that is decoded at all: the largest that phones take are 48 and 50 million. */
const mostPixels = 50_000_000;
/** Pixels of the long side of what is kept. */
const longestSide = 2400;
/** Bytes of the largest picture that is kept, as the bucket has it. */
const largestKept = 5 * 1024 * 1024;

export interface RedrawnImage {
  bytes: Buffer;
  width: number;
  height: number;
}

/**
 * A picture drawn anew from its pixels: upright as its camera meant it, no larger than a page needs, in sRGB, and
 * with nothing else of the file: no place, no camera, no comments, nothing behind its end. What else the bytes may
 * have been is gone.
 */
export async function redrawn(file: Buffer, type: FileType): Promise<RedrawnImage | FileRefusal> {
  if (!isImage(type)) return 'other';
  try {
    const picture = sharp(file, { limitInputPixels: mostPixels, failOn: 'error', pages: 1 });
    const { pages = 1, width, height, format } = await sharp(file, { limitInputPixels: false }).metadata();
    if (`image/${format}` !== type) return 'broken';
    if (pages > 1) return 'moving';
    if (width * height > mostPixels) return 'image-too-wide';
    const upright = picture
      .rotate()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
    const { data, info } = await encoded(upright, type).toBuffer({ resolveWithObject: true });
    if (data.length > largestKept) return 'image-too-large';
    return { bytes: data, width: info.width, height: info.height };
  } catch {
    // sharp tells what is wrong with a picture in words of its libraries only
    return 'broken';
  }
}

function encoded(picture: Sharp, type: FileType): Sharp {
  if (type === 'image/jpeg') return picture.jpeg({ quality: 82, mozjpeg: true });
  if (type === 'image/webp') return picture.webp({ quality: 82 });
  return picture.png({ compressionLevel: 9 });
}
