import { spoken } from '#i18n/spoken.ts';

/** What stands around the people that somebody wrote down to call. */
export const peopleSpeak = spoken({
  'this person': 'esta persona',
  'Call // before a name': 'Llamar a',
  'The people in your [plan](/tools/plan/) or on your [coping card](/tools/coping-card/) can be called from here. Both are on your device only. Did you set a passphrase? Unlock your plan first.':
    'Desde aquí puede llamar a las personas de su [plan](/tools/plan/) o de su [tarjeta de apoyo](/tools/coping-card/). Los dos están solo en su aparato. ¿Puso una contraseña? Abra primero su plan.',
});
