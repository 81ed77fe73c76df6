import type { Say } from '#i18n/spoken.ts';
import type { spanish } from './spanish.ts';

export type WeekSay = Say<keyof typeof spanish>;
