import { sealKeyIds } from '#platform/sealed.ts';
import { keysInUse } from '#step-down/keys/rotate.ts';
import { bad, good, look, type Finding } from './finding.ts';

/** Whether everything that is sealed can be opened with the keys there are. Throws DatabaseUnavailable. */
export async function checkKeyIds(): Promise<Finding[]> {
  const [first = '', ...others] = sealKeyIds();
  const inUse = await keysInUse();
  const missing = [...inUse].filter(([id]) => id !== first && !others.includes(id));
  if (missing.length > 0) {
    return missing.map(([id, count]) =>
      bad(
        `INTAKE_KEYS has no key "${id}", and ${count} sealed records need it.`,
        'Put it back, behind the first: nothing else opens them.',
      ),
    );
  }
  const old = others.filter((id) => inUse.has(id));
  return old.length > 0
    ? [
        look(
          `Records are still sealed with "${old.join('", "')}".`,
          'npm run keys:rotate puts them under the first key.',
        ),
      ]
    : [good('INTAKE_KEYS opens everything that is sealed.')];
}
