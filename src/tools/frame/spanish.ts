import { spoken } from '#i18n/spoken.ts';

/** What scripts say around a tool, of keeping. */
export const spanish = {
  'Kept on this device.': 'Guardado en este aparato.',
  'Not kept yet. Say below whether this device may keep it.':
    'Todavía no se guardó. Diga abajo si este aparato puede guardarlo.',
  'Not kept. What you write is here until you leave this page. You can print it.':
    'No se guardó. Lo que escribe está aquí hasta que salga de esta página. Puede imprimirlo.',
  'This browser does not keep things. What you write is here until you leave this page. You can print it.':
    'Este navegador no guarda cosas. Lo que escribe está aquí hasta que salga de esta página. Puede imprimirlo.',
  'Not kept: a newer version of this page wrote here, and that stays as it is. Load the page again to go on.':
    'No se guardó: aquí escribió una versión más nueva de esta página, y eso queda como está. Vuelva a cargar la página para seguir.',
  'Not kept yet: the lock closed. Unlock it to go on.':
    'Todavía no se guardó: se cerró el candado. Ábralo para seguir.',
  'What is kept here comes from a newer version of this page. Load the page again to see it.':
    'Lo que hay aquí viene de una versión más nueva de esta página. Vuelva a cargar la página para verlo.',
  'What is kept here cannot be read. If you write something new, the old stays aside, on the page of your notes.':
    'Lo que hay aquí no se puede leer. Si escribe algo nuevo, lo anterior queda aparte, en la página de sus notas.',
  'Erase what is on this page from this device?': '¿Borrar de este aparato lo que hay en esta página?',
  'Erased from this device.': 'Borrado de este aparato.',
  'Opening. This takes a moment.': 'Abriendo. Tarda un momento.',
  'That is not the passphrase. Look at capitals and spaces, and try again.':
    'Esa no es la contraseña. Revise las mayúsculas y los espacios, y pruebe otra vez.',
} as const;

export const frameSpeak = spoken({
  Tools: 'Herramientas',
  '**This stays on this device. We can’t see it.** [See, save or erase what is here](/my-data/).':
    '**Esto se queda en este aparato. No podemos verlo.** [Ver, guardar o borrar lo que hay aquí](/my-data/).',
  'Lock it again': 'Volver a cerrar',
  '**Nothing you tap or write here is kept or sent.**':
    '**Nada de lo que toque o escriba aquí se guarda ni se envía.**',
  'Your browser has scripts switched off, so nothing is kept. You can still write here and print the page.':
    'Su navegador tiene desactivado JavaScript, así que no se guarda nada. Aun así puede escribir aquí e imprimir la página.',
  'Is this a shared or family phone?': '¿Es un teléfono compartido o de la familia?',
  'Whoever opens this browser can open what is kept here, until you [erase it](/my-data/) or clear the browser’s data.':
    'Quien abra este navegador puede abrir lo que se guarda aquí, hasta que usted [lo borre](/my-data/) o borre los datos del navegador.',
  'Keep it on this device': 'Guardarlo en este aparato',
  'Not on this one': 'En este no',
  'Erase this page’s notes': 'Borrar las notas de esta página',
  'Locked with your passphrase': 'Cerrado con su contraseña',
  Passphrase: 'Contraseña',
  Unlock: 'Abrir',
  'Forgotten? Nobody can get it back, we can’t either. You can [erase what is here](/my-data/#erase) and begin again.':
    '¿La olvidó? Nadie puede recuperarla, nosotros tampoco. Puede [borrar lo que hay aquí](/my-data/#erase) y empezar de nuevo.',
});
