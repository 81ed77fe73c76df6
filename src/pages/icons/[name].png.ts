import type { APIRoute, GetStaticPaths } from 'astro';
import sharp from 'sharp';
import { pictures, signAsSvg } from '#offline/sign.ts';
import { site } from '#platform/site.ts';

export const getStaticPaths = (() =>
  pictures.map(({ name, ...props }) => ({ params: { name }, props }))) satisfies GetStaticPaths;

/** The sign as home screens want it. */
export const GET: APIRoute<{ size: number; maskable: boolean }> = async ({ props: { size, maskable } }) => {
  const svg = Buffer.from(signAsSvg(site().icon, maskable));
  const png = await sharp(svg, { density: (72 * size) / 34 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toBuffer();
  return new Response(new Uint8Array(png), { headers: { 'content-type': 'image/png' } });
};
