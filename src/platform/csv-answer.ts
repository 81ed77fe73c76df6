/** A table as a download for staff, never cached. `name` says nothing of where it is from: others see file names. */
export const csvAnswer = (table: string, name: string): Response =>
  new Response(table, {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}.csv"`,
      'Cache-Control': 'private, no-store',
    },
  });
