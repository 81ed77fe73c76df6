import { dayDrawer } from '#offline/day-drawer.ts';
import { basicsDrawer } from '../basics-check/checks.ts';
import { checkInDrawer } from '../check-in/check-in.ts';
import { cardDrawer } from '../coping-card/card.ts';
import { daysDrawer } from '../days/days.ts';
import { first90Drawer } from '../first-90-days/first-90-days.ts';
import { planDrawer } from '../plan/plan.ts';
import { savingsDrawer } from '../savings/savings.ts';
import { questionsDrawer } from '../ten-questions/ten-questions.ts';
import { urgesDrawer } from '../urge-log/urges.ts';
import { weekDrawer } from '../week/week.ts';
import { listed, type ListedDrawer } from './listed-drawer.ts';

/** Every drawer of every tool: an import and a line for each. One that is missing here is shown by its name. */
export const drawers: ListedDrawer[] = [
  listed(planDrawer),
  listed(cardDrawer),
  listed(checkInDrawer),
  listed(urgesDrawer),
  listed(basicsDrawer),
  listed(daysDrawer),
  listed(savingsDrawer),
  listed(weekDrawer),
  listed(first90Drawer),
  listed(questionsDrawer),
  listed(dayDrawer),
];
