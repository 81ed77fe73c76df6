import * as z from 'zod';

/** Which side one part of a meeting is to have. */
export const conflictForm = z.object({
  meetingId: z.uuid(),
  field: z.string().min(1).max(40),
  take: z.enum(['ours', 'feed']),
});
