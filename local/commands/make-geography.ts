import { writeFile } from 'node:fs/promises';
import { packPlaces } from '#meetings/near/place-table.ts';
import { unitedStates } from '../geography/outline.ts';
import { zipCodes } from '../geography/postal-codes.ts';

/** `npm run geography:make`: writes the place table and the outlines from the packages they come from. */

const write = async (path: string, content: unknown) => {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  await writeFile(path, text);
  console.log(`${path}: ${Math.round(text.length / 1000)} kB`);
};

await write('src/meetings/near/united-states.json', packPlaces(zipCodes()));
await write('src/meetings/map/united-states.json', unitedStates());
