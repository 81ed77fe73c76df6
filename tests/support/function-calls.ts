import type postgres from 'postgres';

/** The functions of a database as REST calls them: by their name, with all parameters as one JSON. */
export async function functionCalls(sql: postgres.Sql) {
  const types = new Map<string, string>();
  for (const row of await sql.unsafe<{ function: string; name: string; type: string }[]>(`
    select proname as function, argument.name, format_type(argument.type, null) as type
    from pg_proc, unnest(proargnames, proargtypes::oid[]) as argument (name, type)
    where pronamespace = 'public'::regnamespace and argument.type is not null`)) {
    types.set(`${row.function}.${row.name}`, row.type);
  }
  const sets = new Set(
    (
      await sql.unsafe<{ name: string }[]>(
        `select proname as name from pg_proc where pronamespace = 'public'::regnamespace and proretset`,
      )
    ).map(({ name }) => name),
  );
  return {
    /** One statement that calls it with `$1`, the JSON that was sent, and says its `answer` as JSON. */
    statement(name: string, body: string): string {
      const names = Object.keys(JSON.parse(body || '{}') as object);
      const named = names.map((argument) => `"${argument}" => given."${argument}"`);
      const typed = names.map((argument) => `"${argument}" ${types.get(`${name}.${argument}`) ?? 'text'}`);
      const given = `json_to_record(coalesce(nullif($1::text, ''), '{}')::json) as given (${typed.length > 0 ? typed.join(', ') : 'nothing text'})`;
      const answer = `public."${name}"(${named.join(', ')})`;
      return sets.has(name)
        ? `select coalesce(json_agg(answer), '[]')::text as answer from ${given}, ${answer} as answer`
        : `select to_json(${answer})::text as answer from ${given}`;
    },
  };
}

/** How a call that did not succeed is said, as PostgREST says it. */
export const callError = (error: unknown): string => {
  const { code, message } = error as { code?: string; message: string };
  return JSON.stringify({ code, message, details: null, hint: null });
};
