/** How long after its start one can still walk in. */
export const graceMinutes = 10;
