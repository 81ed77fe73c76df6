/** A fellowship or pathway, as people call it. All stand beside each other, in alphabetical order. */
const names: Record<string, string> = {
  aa: 'AA',
  aca: 'ACA',
  'al-anon': 'Al-Anon',
  alateen: 'Alateen',
  alumni: 'Alumni group',
  ca: 'Cocaine Anonymous',
  'celebrate-recovery': 'Celebrate Recovery',
  cma: 'Crystal Meth Anonymous',
  coda: 'CoDA',
  da: 'Debtors Anonymous',
  'families-anonymous': 'Families Anonymous',
  ga: 'Gamblers Anonymous',
  lifering: 'LifeRing',
  'medication-assisted-recovery-anonymous': 'MARA',
  na: 'NA',
  'nar-anon': 'Nar-Anon',
  oa: 'Overeaters Anonymous',
  'recovery-dharma': 'Recovery Dharma',
  refuge: 'Refuge Recovery',
  slaa: 'SLAA',
  smart: 'SMART Recovery',
  'smart-family': 'SMART Family & Friends',
  wellbriety: 'Wellbriety',
  'women-for-sobriety': 'Women for Sobriety',
};

/** Of a meeting whose fellowship nobody named. */
const unnamed = { slug: 'other', name: 'Another group' };

/** The name to show. An unknown slug is shown as its words, so a new fellowship needs no code. */
export function fellowshipName(slug: string): string {
  if (slug === unnamed.slug) return unnamed.name;
  const name = Object.hasOwn(names, slug) ? names[slug] : undefined;
  return name ?? slug.replace(/-/g, ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** Those we know and the one that is there, in alphabetical order, for a form. */
export function fellowshipChoices(present: string): { value: string; label: string }[] {
  const slugs = new Set([...Object.keys(names), ...(present === '' ? [] : [present])]);
  return [...slugs]
    .map((value) => ({ value, label: fellowshipName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'en'));
}

const familyFellowships = new Set(['al-anon', 'alateen', 'families-anonymous', 'nar-anon', 'smart-family']);

/** Whether a fellowship is for the people around somebody who uses or used. */
export const isFamilyFellowship = (slug: string): boolean => familyFellowships.has(slug);
