import { spoken } from '#i18n/spoken.ts';

/** What scripts say on any page. It goes along with every Spanish page, so it is short. */
export const spanish = {
  'A new version is ready': 'Hay una versión nueva',
  'It comes by itself when you have left this site. If you are writing something here, finish that first.':
    'Llegará sola cuando salga de este sitio. Si está escribiendo algo aquí, termínelo primero.',
  'Show it': 'Mostrarla',
  'Not now': 'Ahora no',
  'No signal. List as of {time}.': 'Sin señal. Lista del {time}.',
  'No signal. This page is as of {time}.': 'Sin señal. Esta página es del {time}.',
} as const;

/** The name of a drawer, where all of them are listed. */
export const spanishDays = { 'Days you kept': 'Días que guardó' } as const;

export const offlineSpeak = spoken({
  'No signal': 'Sin señal',
  'There is no connection right now': 'No hay conexión en este momento',
  'What is on this device works all the same. Calls and texts often still go through.':
    'Lo que está en este aparato funciona igual. Muchas veces las llamadas y los mensajes de texto sí salen.',
  'Call or text now': 'Llame o escriba ahora',
  'These are on this device': 'Esto está en este aparato',
  'Help right now': 'Ayuda ahora mismo',
  'The first 24 hours': 'Las primeras 24 horas',
  Naloxone: 'Naloxona',
  'Ride out an urge': 'Dejar pasar las ganas',
  'All tools': 'Todas las herramientas',
  Guides: 'Guías',
  'The last list of meetings': 'La última lista de reuniones',
  'Your saved meetings': 'Sus reuniones guardadas',
  Events: 'Eventos',
  'What you keep on this device': 'Lo que guarda en este aparato',
  'Try again': 'Intentar de nuevo',
  'Pages you opened before': 'Páginas que abrió antes',
  'With data saving on, guides and lists are here only if you opened them before.':
    'Con el ahorro de datos activado, las guías y las listas están aquí solo si las abrió antes.',
  'Nothing was sent': 'No se envió nada',
  'You are offline. Nothing was sent, and nothing will be sent later by itself.':
    'No tiene conexión. No se envió nada, y nada se enviará después por su cuenta.',
  'Go back: what you typed is usually still in the form. Send it when you have a signal, or call us.':
    'Vuelva atrás: casi siempre lo que escribió sigue en el formulario. Envíelo cuando tenga señal, o llámenos.',
  'Go back': 'Volver',
  'You are offline. Nothing was sent; what you typed stays here as long as this page is open.':
    'No tiene conexión. No se envió nada; lo que escribió se queda aquí mientras esta página esté abierta.',
  'You are offline. You can write here; sending works when the signal is back. What you type stays here as long as this page is open.':
    'No tiene conexión. Puede escribir aquí; podrá enviarlo cuando vuelva la señal. Lo que escriba se queda aquí mientras esta página esté abierta.',
  'Pages kept for when there is no signal': 'Páginas guardadas para cuando no hay señal',
  'This browser keeps help, tools, guides, the last list of meetings and pages you opened, so that they work without a signal. Anyone with this browser can see which pages were opened. Nothing of it is personal.':
    'Este navegador guarda la ayuda, las herramientas, las guías, la última lista de reuniones y las páginas que abrió, para que funcionen sin señal. Quien use este navegador puede ver qué páginas se abrieron. Nada de eso es personal.',
  '“Erase everything” takes these away too. They are kept anew the next time you open this site.':
    '“Borrar todo” también las quita. Se guardan de nuevo la próxima vez que abra este sitio.',
  'Keep the day and place on this device': 'Guardar el día y el lugar en este aparato',
  'So that you have them without a signal. Your name and your link are not kept.':
    'Para tenerlos sin señal. Su nombre y su enlace no se guardan.',
  'Kept. You find it under Events, and on the page of what is on this device.':
    'Guardado. Lo encuentra en Eventos y en la página de lo que hay en este aparato.',
  'Not kept.': 'No se guardó.',
  'This browser does not keep things. You can print this page.':
    'Este navegador no guarda nada. Puede imprimir esta página.',
  'What you keep here is locked. Open it on [what is on this device](/my-data/) first.':
    'Lo que guarda aquí está bajo llave. Ábralo primero en [lo que hay en este aparato](/my-data/).',
  'Days you kept on this device': 'Días que guardó en este aparato',
  'As you kept them. If in doubt, look at the event’s page or call us.':
    'Como los guardó. Si tiene dudas, mire la página del evento o llámenos.',
});
