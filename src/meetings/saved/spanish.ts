import { spoken } from '#i18n/spoken.ts';

/** What the script of “My week” writes. */
export const spanish = {
  'Today, ': 'Hoy, ',
  'Tomorrow, ': 'Mañana, ',
  'No date this week': 'Sin fecha esta semana',
  '{time}, where it is held': '{time}, donde es la reunión',
  'Remove {name}': 'Quitar {name}',
  'Removed {name}.': 'Se quitó {name}.',
  'Removed all of them.': 'Se quitaron todas.',
  'It is back.': 'Está de vuelta.',
} as const;

export const savedSpeak = spoken({
  'My week': 'Mi semana',
  'The meetings you saved on this device, by day.': 'Las reuniones que guardó en este aparato, por día.',
  'All meetings': 'Todas las reuniones',
  'The meetings you saved. They stay on this device. We can’t see which they are.':
    'Las reuniones que guardó. Se quedan en este aparato. Nosotros no podemos ver cuáles son.',
  'Saved meetings are kept by your browser, and it shows them with JavaScript only. Without it you can [make a hand-out to print](/meetings/hand-out/).':
    'Su navegador guarda las reuniones, y solo las muestra con JavaScript. Sin él, puede [hacer una hoja para imprimir](/meetings/hand-out/).',
  'Using a shared or family phone? Anyone with the same browser can open this page. “Remove all” takes everything off it.':
    '¿Usa un teléfono compartido o de la familia? Quien use el mismo navegador puede abrir esta página. “Quitar todo” la deja vacía.',
  'Nothing is saved yet. On a meeting’s page, press “Save”, and it will stand here.':
    'Todavía no hay nada guardado. En la página de una reunión, presione “Guardar” y aparecerá aquí.',
  'Find a meeting': 'Buscar una reunión',
  'Times are yours, in': 'Las horas son las suyas, de la zona',
  ', as they were when you saved a meeting or last opened its page. To be sure, open it once more.':
    ', tal como estaban cuando guardó la reunión o abrió su página por última vez. Para mayor seguridad, ábrala otra vez.',
  Undo: 'Deshacer',
  'Print or save as PDF': 'Imprimir o guardar como PDF',
  'Remove all': 'Quitar todo',
  'In your calendar': 'En su calendario',
  'This one leaves your device. The link you press tells our server which meetings are on your list, and your calendar app keeps the link. With “Subscribe” the app asks again by itself, for as long as you stay subscribed. We do not note who asked.':
    'Esto sí sale de su aparato. El enlace que presiona le dice a nuestro servidor qué reuniones hay en su lista, y su aplicación de calendario guarda ese enlace. Con “Suscribirse”, la aplicación vuelve a preguntar sola mientras siga suscrita. No anotamos quién preguntó.',
  'With their real names': 'Con sus nombres reales',
  'Without this, each entry says “Weekly group”.': 'Sin esto, cada entrada dice “Grupo semanal”.',
  'Add all to my calendar': 'Agregar todas a mi calendario',
  Subscribe: 'Suscribirse',
  Remove: 'Quitar',
});
