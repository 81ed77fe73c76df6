import { object, optional, string } from 'valibot';
import { open } from '#platform/kept/keeping.ts';

/** What the check-in takes from a person's plan: its signs, and what to do when one shows. */
export interface OfThePlan {
  signs: string[];
  actions: string[];
}

const words = optional(string(), '');

/** Reads those fields of the plan's drawer alone, so that its page does not load the whole plan. */
export async function ofThePlan(): Promise<OfThePlan> {
  const opened = await open({
    name: 'plan',
    title: '',
    page: '',
    version: 1,
    shape: object({
      ...{ 'sign-1': words, 'sign-2': words, 'sign-3': words, 'sign-4': words, 'sign-5': words },
      'do-unsettled': words,
    }),
    inWords: () => [],
  });
  if (opened.state !== 'open' || !opened.value) return { signs: [], actions: [] };
  const { 'do-unsettled': actions, ...signs } = opened.value;
  return { signs: written(Object.values(signs)), actions: written(actions.split('\n')) };
}

const written = (things: string[]): string[] => things.map((thing) => thing.trim()).filter(Boolean);
