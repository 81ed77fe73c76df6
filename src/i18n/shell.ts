import { spanish as forms } from '#components/forms/spanish.ts';
import { spoken } from './spoken.ts';

/** What the shell and the forms say. Rooms keep their own words in dictionaries of their own. */
export const shell = spoken({
  ...forms,
  'Skip to the main content': 'Ir al contenido principal',
  'Help right now': 'Ayuda ahora mismo',
  'Call {number}': 'Llamar al {number}',
  'Call {number}, press {key}': 'Llamar al {number}, oprima {key}',
  'Text {number}': 'Texto al {number}',
  'Text {word} to {number}': 'Enviar {word} al {number}',
  Chat: 'Chat',
  'Chat with the {name}': 'Chatear con la {name}',
  SAMHSA: 'SAMHSA',
  'Call us': 'Llámenos',
  'Español: {number}, oprima {key}': 'Español: {number}, oprima {key}',
  'Leave quickly': 'Salir rápido',
  'Leave this page': 'Salir de esta página',
  'What it can’t hide': 'Lo que no oculta',
  'Or press Shift three times.': 'O presione Mayús tres veces.',
  'Shift pressed once. Two more to leave this page.':
    'Mayús presionada una vez. Faltan dos para salir de esta página.',
  'Shift pressed twice. One more to leave this page.':
    'Mayús presionada dos veces. Falta una para salir de esta página.',
  'Leaving this page.': 'Saliendo de esta página.',
  'Staying on this page.': 'Sigue en esta página.',
  Main: 'Principal',
  Menu: 'Menú',
  'Close menu': 'Cerrar menú',
  Meetings: 'Reuniones',
  Events: 'Eventos',
  'Step-down': 'Siguiente paso',
  Guides: 'Guías',
  Tools: 'Herramientas',
  Resources: 'Recursos',
  Help: 'Ayuda',
  'After dark': 'De noche',
  Daylight: 'De día',
  'More of this house': 'Más de esta casa',
  'For family': 'Para la familia',
  'Levels of care': 'Niveles de atención',
  'What is on this device': 'Qué hay en este aparato',
  'About us': 'Quiénes somos',
  Privacy: 'Privacidad',
  Accessibility: 'Accesibilidad',
  'Code of conduct': 'Código de conducta',
  'Someone answers {hours}.': 'Alguien contesta: {hours}.',
  'Nobody answers on {day}': 'Cerrado: {day}',
  'This site asks nothing of you and tells nobody you were here: no tracking, no outside services.':
    'Este sitio no le pide nada y no le cuenta a nadie que estuvo aquí: sin rastreo, sin servicios externos.',
  Notice: 'Aviso',
  'Read more': 'Leer más',
  '(optional)': '(opcional)',
  'Leave this empty': 'Deje este campo vacío',

  // lines in a text, where Spanish asks somebody to call and a button names what it does
  'Call {number} // in a text': 'Llame al {number}',
  'Call {number}, press {key} // in a text': 'Llame al {number} y oprima {key}',
  'Text {number} // in a text': 'Envíe un texto al {number}',
  'Text {word} to {number} // in a text': 'Envíe {word} al {number}',
  'Chat with the {name} // in a text': 'Abra el chat: {name}',
  'This link opens nothing': 'Este enlace no abre nada',
  'It may be cut short, or what it opened may be deleted by now. Nothing you did is lost.':
    'Tal vez está cortado, o lo que abría ya se borró. Nada de lo que hizo se perdió.',
  'Open the link from your mail once more, or [see what is coming up](/events/).':
    'Abra otra vez el enlace desde su correo, o [vea qué eventos vienen](/events/).',
  Search: 'Buscar',
});
