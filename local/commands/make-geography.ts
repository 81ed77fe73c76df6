import { writeFile } from 'node:fs/promises';
import { packPlaces } from '#meetings/near/place-table.ts';
import { northAmerica } from '../geography/postal-codes.ts';

/** `npm run geography:make`: writes the place table from the package it comes from. */

const write = async (path: string, content: unknown) => {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  await writeFile(path, text);
  console.log(`${path}: ${Math.round(text.length / 1000)} kB`);
};

await write('src/meetings/near/north-america.json', packPlaces(northAmerica()));
