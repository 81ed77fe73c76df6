import type { FieldErrors } from '#platform/problem.ts';
import { tooManyGuesses } from '../sign-in.ts';
import type { FactorAnswer } from './show.ts';

interface Trouble {
  status: number;
  title: string;
  errors?: FieldErrors | undefined;
}

/** Why a press did not go through, or null when it did. */
export function factorTrouble(answer: FactorAnswer): Trouble | null {
  switch (answer.outcome) {
    case 'wrong':
      return {
        status: 422,
        title: '',
        errors: {
          code: [
            'This code did not work. Enter the one the app shows now. If it never works, check that the clock of the phone sets itself',
          ],
        },
      };
    case 'wait':
      return { status: 429, title: tooManyGuesses(answer.seconds) };
    case 'begin-again':
      return { status: 409, title: 'This page was out of date. Go on from here' };
    case 'not-made':
      return { status: 503, title: 'No second factor could be set up. Try again in a moment, or call us' };
    default:
      return null;
  }
}
