/**
 * What stands on every list of guests that leaves the site: 42 CFR 2.32(a)(2), in its words. Having been at
 * an event of a program can identify somebody as a patient of it (42 CFR 2.11).
 */
export const redisclosureNotice = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';
