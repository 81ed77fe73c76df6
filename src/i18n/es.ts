import type { Dictionary } from './en.ts';

export const es: Dictionary = {
  skip: 'Ir al contenido principal',

  'crisis.label': 'Ayuda ahora mismo',
  'crisis.call': 'Llamar al {number}',
  'crisis.text': 'Texto al {number}',
  'crisis.textWord': 'Enviar {word} al {number}',
  'crisis.chat': 'Chat',
  'crisis.chat.full': 'Chatear con la {name}',
  'crisis.samhsa': 'SAMHSA',
  'crisis.program': 'Llámenos',
  'crisis.otherLanguage': 'Español: {number}, oprima {key}',

  'exit.label': 'Salir rápido',
  'exit.leave': 'Salir de esta página',
  'exit.more': 'Lo que no oculta',
  'exit.hint': 'O presione Mayús tres veces.',
  'exit.once': 'Mayús presionada una vez. Faltan dos para salir de esta página.',
  'exit.twice': 'Mayús presionada dos veces. Falta una para salir de esta página.',
  'exit.leaving': 'Saliendo de esta página.',
  'exit.expired': 'Sigue en esta página.',

  'nav.label': 'Principal',
  'nav.menu': 'Menú',
  'nav.close': 'Cerrar menú',
  'nav.meetings': 'Reuniones',
  'nav.events': 'Eventos',
  'nav.step-down': 'Siguiente paso',
  'nav.guides': 'Guías',
  'nav.tools': 'Herramientas',
  'nav.resources': 'Recursos',
  'nav.help': 'Ayuda',

  'theme.dark': 'De noche',
  'theme.light': 'De día',

  'footer.more': 'Más de esta casa',
  'footer.family': 'Para la familia',
  'footer.levels': 'Niveles de atención',
  'footer.myData': 'Qué hay en este aparato',
  'footer.about': 'Quiénes somos',
  'footer.privacy': 'Privacidad',
  'footer.accessibility': 'Accesibilidad',
  'footer.conduct': 'Código de conducta',
  'footer.phoneHours': 'Alguien contesta: {hours}.',
  'footer.closed': 'Cerrado: {day}',
  'footer.quiet':
    'Este sitio no le pide nada y no le cuenta a nadie que estuvo aquí: sin rastreo, sin servicios externos.',

  'notice.label': 'Aviso',
  'notice.more': 'Leer más',

  'form.optional': '(opcional)',
  'form.error': 'Error:',
  'form.problem': 'Hay un problema',
  'form.leaveEmpty': 'Deje este campo vacío',
  'form.errorTitle': 'Error: {title}',
};
