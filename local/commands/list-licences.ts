import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolveConfig, format } from 'prettier';

/**
 * `npm run licences:list` writes docs/licences.md: what the site is made of besides its own code, from the
 * lockfile. Tools that only developers use are not in it: nobody gets them with the site.
 */

interface LockedPackage {
  version?: string;
  license?: string;
  dev?: boolean;
  devOptional?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
}

export interface Licensed {
  name: string;
  version: string;
  licence: string;
}

/** Where the package itself says nothing in its manifest, what its own files say. */
const saidElsewhere: Record<string, string> = { callsite: 'MIT' };

/** Each package of the lockfile that is not for developers alone, once in each version. */
export function licensed(packages: Record<string, LockedPackage>): Licensed[] {
  const ours = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path && !dev && !devOptional,
  );
  const found = new Map<string, Licensed>();
  for (const [path, one] of ours) {
    const name = path.split('node_modules/').at(-1) ?? '';
    const { version = '' } = one;
    const licence = one.license ?? saidElsewhere[name] ?? licenceOfBuild(name, packages) ?? 'unknown';
    found.set(`${name} ${version}`, { name, version, licence });
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** A build for another machine is not here to be read; it has the licence of its siblings that are. */
function licenceOfBuild(name: string, packages: Record<string, LockedPackage>): string | undefined {
  const stem = /^(.*?)-(?:android|darwin|freebsd|linux|openbsd|openharmony|wasm32|win32)/.exec(name)?.[1];
  if (stem === undefined) return undefined;
  const siblings = Object.entries(packages).filter(
    ([path, { license }]) => license !== undefined && path.includes(`node_modules/${stem}`),
  );
  return siblings[0]?.[1].license;
}

export const lockedPackages = () =>
  (JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> })
    .packages;

/** docs/licences.md, laid out as the formatter lays it out. */
export async function licencesDocument(all: Licensed[]): Promise<string> {
  const byLicence = Map.groupBy(all, ({ licence }) => licence);
  const parts = [...byLicence]
    .sort(([one, a], [other, b]) => b.length - a.length || (one < other ? -1 : 1))
    .map(([licence, found]) => `## ${licence}\n\n${found.map(nameAndVersion).join(', ')}`);
  const text = `# Licences of what the site is made of

Written by \`npm run licences:list\` from the lockfile; a test says when it is out of date, and when a licence comes in that nobody has looked at. Our own code is under the licence in [LICENSE](../LICENSE), the fonts under the one beside them in \`src/assets/fonts/\`. What only developers use is not here: nobody gets it with the site.

LGPL is libvips, which draws pictures while the site is built and when staff add a photo: it is a library of its own, used as it comes. MPL is used as it comes as well. Neither asks anything of our code.

${all.length} packages, the most used licence first.

${parts.join('\n\n')}
`;
  return format(text, { ...(await resolveConfig('docs/licences.md')), parser: 'markdown' });
}

const nameAndVersion = ({ name, version }: Licensed) => `\`${name}\` ${version}`;

if (import.meta.main) {
  const all = licensed(lockedPackages());
  const before = existsSync('docs/licences.md') ? readFileSync('docs/licences.md', 'utf8') : '';
  const document = await licencesDocument(all);
  if (document !== before) writeFileSync('docs/licences.md', document);
  console.log(`${all.length} packages, ${new Set(all.map(({ licence }) => licence)).size} licences`);
}
