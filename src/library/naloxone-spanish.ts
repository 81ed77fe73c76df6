import { spoken } from '#i18n/spoken.ts';

/** The two guides for the worst hour, around their texts, and the card for a wallet: on it every line has to fit. */
export const worstHourSpeaks = spoken({
  'Skip to where to get it': 'Ir directo a dónde conseguirla',
  'Skip to step 4': 'Ir directo al paso 4',

  Naloxone: 'Naloxona',
  'Naloxone card for your wallet': 'Tarjeta de naloxona para su cartera',
  'What to do, on a card to cut out and fold. It prints in black and white.':
    'Qué hacer, en una tarjeta para recortar y doblar. Se imprime en blanco y negro.',
  'A card for your wallet': 'Una tarjeta para su cartera',
  'What to do, on one small card. Print it, cut it out, and fold it in the middle. Keep it with the spray.':
    'Qué hacer, en una tarjeta pequeña. Imprímala, recórtela y dóblela por la mitad. Guárdela con el aerosol.',
  'The card is about overdose. It says nothing about you.':
    'La tarjeta trata de la sobredosis. No dice nada de usted.',
  'Print the card': 'Imprimir la tarjeta',
  'Each half is as big as a bank card. When you print, choose “actual size”. The drawn steps are on the [naloxone page](/help/naloxone/), which prints too.':
    'Cada mitad es del tamaño de una tarjeta de banco. Al imprimir, elija “tamaño real”. Los pasos en dibujos están en la [página de la naloxona](/help/naloxone/), que también se imprime.',

  'Won’t wake? Not breathing well?': '¿No despierta? ¿No respira bien?',
  'Shout. Shake the shoulder.': 'Grite. Sacúdale el hombro.',
  'Phone on speaker.': 'Ponga el altavoz.',
  'Head back. One spray in one side of the nose.': 'Cabeza atrás. Una dosis en un lado de la nariz.',
  'Breaths: pinch the nose, make the chest rise.': 'Respiración: tape la nariz, que el pecho suba.',
  'No change? Second spray, other side. The pack says when.':
    '¿No hay cambio? Otra dosis, otro lado. El paquete dice cuándo.',
  'Breathing? On their side. Stay. It wears off.': '¿Respira? De lado. Quédese: el efecto se pasa.',
  'It can stop an opioid overdose. It does no harm if it was something else. Most states protect those who call.':
    'Puede parar una sobredosis de opioides. No hace daño si era otra cosa. Casi todos los estados protegen a quien llama.',
  'My spray is:': 'Mi aerosol está en:',
  'Poison Help': 'Envenenamientos',
  'if you use alone': 'si consume a solas',
});
