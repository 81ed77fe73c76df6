import { rows, serviceDatabase } from './database.ts';
import { answering, type FunctionHandler } from './endpoint.ts';

/**
 * A function that runs by the clock. That it came to its end is written down, so that one that stands still is seen
 * (`late_work` in SQL). `task` is its file's name and a row of `task_runs`.
 */
export const scheduled = (task: string, handle: FunctionHandler): FunctionHandler =>
  answering(task, async (request, context) => {
    const answer = await handle(request, context);
    rows(await serviceDatabase().rpc('note_task_done', { p_task: task }));
    return answer;
  });
