import { en } from './words-en.ts';
import { es } from './words-es.ts';

export type Words = typeof en;
export const words = { en, es };
