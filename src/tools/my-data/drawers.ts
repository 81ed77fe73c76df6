import { cardDrawer } from '../coping-card/card.ts';
import { listed, type ListedDrawer } from './listed-drawer.ts';

/** Every drawer of every tool: an import and a line for each. One that is missing here is shown by its name. */
export const drawers: ListedDrawer[] = [listed(cardDrawer)];
