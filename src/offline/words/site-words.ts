import { saidToPage } from '../messages.ts';
import { tellOfNew } from './new-version.ts';
import { tellWhereFrom } from './shown-from.ts';

/** `/site-words.js`: says what the worker told the page. The page adds it with the message (register.ts). */
const said = saidToPage(document.currentScript?.dataset['said']);
if (said?.say === 'new-version') void tellOfNew();
if (said?.say === 'shown-from-device') tellWhereFrom(said);
