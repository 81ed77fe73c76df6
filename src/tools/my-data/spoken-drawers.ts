import { spanish as basics } from '../basics-check/spanish.ts';
import { spanish as checkIn } from '../check-in/spanish.ts';
import { spanish as card } from '../coping-card/spanish.ts';
import { spanish as days } from '../days/spanish.ts';
import { spanish as first90 } from '../first-90-days/spanish.ts';
import { spanish as frame } from '../frame/spanish.ts';
import { spanish as plan } from '../plan/spanish.ts';
import { spanish as savings } from '../savings/spanish.ts';
import { spanish as questions } from '../ten-questions/spanish.ts';
import { spanish as urges } from '../urge-log/spanish.ts';
import { spanish as week } from '../week/spanish.ts';
import { spanish as here } from './spanish.ts';

/** What every drawer says of what is in it, and what this page says: its scripts need the words of all. */
export const spokenHere = {
  ...basics,
  ...card,
  ...checkIn,
  ...days,
  ...first90,
  ...frame,
  ...plan,
  ...savings,
  ...questions,
  ...urges,
  ...week,
  ...here,
};
