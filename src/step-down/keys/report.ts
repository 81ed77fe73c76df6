import type { Rotation } from './rotate.ts';

/** What a change of keys comes to, in lines for whoever ran it. */
interface Report {
  lines: string[];
  /** What needs a person: keys that are missing, texts that do not open. */
  errors: string[];
}

const counted = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`;

/** `keyIds` as INTAKE_KEYS has them, the one that seals first; `inUse` as they are found afterwards. */
export function reportOf(rotation: Rotation, inUse: Map<string, number>, keyIds: string[]): Report {
  const [first = '', ...others] = keyIds;
  const lines = [`${counted(rotation.resealed)} put under key "${first}".`];
  if (rotation.stopped) lines.push('Stopped before the end. Run it again to go on from there.');
  for (const [keyId, rows] of inUse) lines.push(`Key "${keyId}" is in use: ${counted(rows)}.`);
  for (const keyId of others.filter((id) => !inUse.has(id))) {
    lines.push(`Key "${keyId}" can be removed from INTAKE_KEYS: nothing needs it.`);
  }
  const errors = [...inUse]
    .filter(([keyId]) => !keyIds.includes(keyId))
    .map(
      ([keyId, rows]) =>
        `INTAKE_KEYS has no key "${keyId}", and ${counted(rows)} cannot be opened without it. Put it back, after the first, and run this again.`,
    );
  if (rotation.broken > 0) {
    errors.push(
      `${counted(rotation.broken)} did not open with the key they name: they were changed or cut short. They stay as they are.`,
    );
  }
  return { lines, errors };
}
