import { rows, type Database, type OnwardDatabase } from '#platform/database.ts';

type SourceRow = Database['public']['Tables']['meeting_sources']['Row'];

/** How a source fares, for staff to see. Its address is left out: it may hold a key. */
export interface SourceStanding {
  slug: string;
  name: string;
  fellowship: string;
  /** False: it was brought in from a file, and nothing asks for it by itself. */
  isFetched: boolean;
  /** Since when staff do not have it asked; null: it is asked every day. */
  pausedAt: string | null;
  /** When the list was last known to be what the source says. */
  lastImportedAt: string | null;
  checkedAt: string | null;
  failingSince: string | null;
  /** A plain sentence, while it fails. */
  failure: string | null;
}

/** Every source, those that fail first. What `database` may see; throws DatabaseUnavailable. */
export async function meetingSources(database: OnwardDatabase): Promise<SourceStanding[]> {
  const sources = rows(
    await database
      .from('meeting_sources')
      .select('slug, name, fellowship, url, last_imported_at, checked_at, failing_since, failure, paused_at')
      .order('failing_since', { ascending: true, nullsFirst: false })
      .order('name'),
  );
  return sources.map((source) => ({
    ...{
      slug: source.slug,
      name: source.name,
      fellowship: source.fellowship,
      isFetched: source.url !== null,
      pausedAt: source.paused_at,
    },
    ...{ lastImportedAt: source.last_imported_at, checkedAt: source.checked_at },
    ...{ failingSince: source.failing_since, failure: source.failure },
  }));
}

/** Takes the source that has waited longest, of those nobody has asked since `before`; null: none is left. */
export async function claimSource(database: OnwardDatabase, before: string): Promise<SourceRow | null> {
  const [source] = rows(await database.rpc('claim_meeting_source', { p_before: before }));
  return source ?? null;
}

export type SourceOutcome = 'imported' | 'unchanged' | 'failing' | 'unfinished';

/** Gives a claimed source back, with what came of it. */
export async function finishSource(
  database: OnwardDatabase,
  { id, claimed_at }: SourceRow,
  outcome: SourceOutcome,
  failure?: string,
): Promise<void> {
  const claim = { p_source: id, p_claimed_at: claimed_at ?? '', p_outcome: outcome };
  rows(await database.rpc('finish_meeting_source', { ...claim, ...(failure && { p_failure: failure }) }));
}

/** How many sources nobody has asked since `before`. */
export async function sourcesLeft(database: OnwardDatabase, before: string): Promise<number> {
  const answer = await database
    .from('meeting_sources')
    .select('id')
    .not('url', 'is', null)
    .is('paused_at', null)
    .or(`checked_at.is.null,checked_at.lt."${before}"`);
  return rows(answer).length;
}

/** One source and one of the staff, for a mail from the one about the other. Null when either is gone. */
export async function sourceAndReader(
  database: OnwardDatabase,
  sourceId: string,
  staffId: string,
): Promise<{ source: SourceRow; email: string } | null> {
  const [sources, people] = await Promise.all([
    database.from('meeting_sources').select('*').eq('id', sourceId),
    database.from('staff').select('email, role, active').eq('user_id', staffId),
  ]);
  const [source] = rows(sources);
  const [person] = rows(people);
  const reads = person?.active === true && (person.role === 'coordinator' || person.role === 'admin');
  return source !== undefined && reads ? { source, email: person.email } : null;
}
