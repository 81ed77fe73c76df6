import type { en } from './words-en.ts';

/** Los correos, en español. */
export const es: typeof en = {
  greeting: 'Hola:',

  what: 'Qué',
  when: 'Cuándo',
  whenBefore: 'Cuándo, antes',
  whenNow: 'Cuándo, ahora',
  where: 'Dónde',
  whereBefore: 'Dónde, antes',
  whereNow: 'Dónde, ahora',
  nameBefore: 'Nombre, antes',
  nameNow: 'Nombre, ahora',
  online: 'En línea, con un enlace',
  link: 'Su enlace',
  linkOpens: (clock) => `Se abre en su página; hora: ${clock}`,
  newLink: 'Es otro. Estará en su página cuando se abra',
  arrival: 'Al llegar',
  party: 'Personas',
  hours: 'Horario',
  position: 'Su lugar en la lista',
  standing: {
    going: 'tiene un lugar',
    waiting: 'en la lista de espera',
    asked: 'la revisamos y le escribimos',
    wished: 'cuando tenga un lugar',
    cancelled: 'cancelado',
  },
  inLine: (position) => `número ${position} en la lista`,

  going: {
    subject: 'Su lugar está confirmado',
    opening: 'Su lugar está listo. Nos dará gusto verle.',
  },
  waiting: {
    subject: 'Está en la lista de espera',
    opening: 'Por ahora todos los lugares están ocupados y usted está en la lista de espera.',
    after:
      'Cuando haya un lugar para su grupo, será suyo y le escribiremos enseguida. Mientras tanto no hay nada que hacer.',
  },
  asked: {
    subject: 'Recibimos su respuesta',
    opening:
      'Su respuesta llegó. Una persona de nuestro equipo la revisa primero y luego le escribimos de nuevo.',
  },
  dates: {
    subject: 'Sus fechas',
    opening: 'Así están sus fechas.',
    none: 'Por ahora no viene a ninguna de las fechas. Siempre es bienvenida su visita.',
    left: 'Ya no viene',
  },
  promoted: {
    subject: 'Hay un lugar para usted',
    opening: 'Se desocupó un lugar y es suyo. Le esperamos.',
    confirm: (until) =>
      `Se desocupó un lugar y se lo guardamos hasta el ${until}. Por favor, confirme antes. Después pasa a la siguiente persona de la lista.`,
    sayYes: 'Sí, voy a ir',
  },
  session: {
    subject: 'Hay un lugar para usted',
    opening: 'Se desocupó un lugar en algo que usted eligió, y es suyo.',
  },
  updated: {
    subject: 'Su respuesta cambió',
    opening: 'Cambiamos su respuesta. Así quedó.',
  },
  cancelled: {
    subject: 'Su lugar está cancelado',
    opening: 'Su lugar está cancelado y otra persona puede ocuparlo. Gracias por avisar.',
    after: 'Siempre es bienvenida su visita, a este encuentro si hay lugar o a otro.',
  },
  lapsed: {
    subject: 'Su lugar pasó a otra persona',
    opening:
      'Le guardamos un lugar y no recibimos su respuesta a tiempo, así que pasó a la siguiente persona de la lista.',
    after: 'No hay problema. Si todavía quiere venir, puede volver a la lista.',
  },
  removed: {
    subject: 'Su lugar está cancelado',
    opening: 'Quitamos su respuesta de la lista de este encuentro.',
    after: 'Si cree que es un error, o quiere hablar de esto, llámenos por favor.',
  },
  moved: {
    subject: 'Está otra vez en la lista de espera',
    opening:
      'Tenemos menos lugares de los que pensábamos, y el suyo fue uno de los últimos. Usted está otra vez en la lista de espera. Lo sentimos.',
    after: 'Cuando haya un lugar para su grupo, será suyo y le escribiremos enseguida.',
  },
  linkAgain: {
    subject: 'Su enlace',
    opening: 'Este es el enlace a su respuesta, como lo pidió.',
  },
  changed: {
    subject: 'Algo cambió',
    opening: 'Algo cambió en una fecha a la que usted dijo que sí. Su lugar sigue guardado.',
    openingOthers: 'Algo cambió en una fecha a la que usted respondió. Su respuesta sigue igual.',
    after: '¿Todavía le conviene? Si no, nadie pregunta por qué.',
  },
  calledOff: {
    subject: 'Esta fecha se canceló',
    opening: 'Este encuentro no se hará. Lo sentimos.',
    after: 'No tiene que hacer nada.',
  },
  message: {
    subject: 'Un mensaje para usted',
    opening: (title) => `Se trata de «${title}».`,
  },
  reminder: {
    subject: (weekday) => `Nos vemos el ${weekday}`,
    opening: 'Ya casi llega el día, y nos dará gusto verle.',
  },
  soon: {
    subject: (clock) => `Nos vemos hoy, hora: ${clock}`,
    opening: 'Empieza pronto. Allí nos vemos.',
  },
  thanks: {
    subject: 'Gracias',
    opening: 'Fue bueno contar con usted. Gracias por ser parte.',
    after: 'Siempre es bienvenida su visita.',
  },

  manage: 'Ver, cambiar o cancelar',
  open: 'Abrir su página',
  cancel: 'No puedo ir',
  comeAgain: 'Ver el encuentro',
  getInLine: 'Volver a la lista',
  comingUp: 'Ver lo que viene',
  cannotCome: '¿No puede venir? Cancele con el enlace, para que otra persona pueda. Nadie pregunta por qué.',
  ask: (phone) => `¿Preguntas? Responda a este correo o llame al ${phone}.`,
  quiet: 'No quiero más recordatorios ni mensajes sobre esto',
  calendarNote: 'Para cambiar o cancelar, use el enlace de nuestro correo.',
};
