import sharp from 'sharp';
import { drawPicture, type Picture } from './draw.ts';

/** The picture as a PNG, 1200 by 630. A few flat colours, so a palette of them holds it all. */
export async function pngOf(picture: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const png = await sharp(Buffer.from(drawPicture(picture)))
    .png({ palette: true, colours: 64, effort: 1 })
    .toBuffer();
  return new Uint8Array(png);
}

/** As the answer of a page that is built. */
export const pictureAnswer = async (picture: Picture): Promise<Response> =>
  new Response(await pngOf(picture), { headers: { 'Content-Type': 'image/png' } });
