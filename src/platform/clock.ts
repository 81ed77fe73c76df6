import { Temporal } from 'temporal-polyfill';

/** Tells the present instant. A parameter wherever a rule depends on it, so that tests set the time. */
export type Clock = () => Temporal.Instant;

export const systemClock: Clock = () => Temporal.Now.instant();

/**
 * An instant as the database writes it: with a `T` or a space, with `+00` or `+00:00`.
 * Throws RangeError for anything else.
 */
export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);
