/** What the mails of an RSVP say. Subjects name neither the event nor what we are. */

const en = {
  // no name: it would put a stranger's words into a mail that we sign
  greeting: 'Hello,',
  what: 'What',
  when: 'When',
  where: 'Where',
  join: 'Join here',
  arrival: 'When you arrive',
  party: 'People',
  position: 'Your place in line',
  subject: {
    going: 'Your place is confirmed',
    waiting: 'You are on the waiting list',
    promoted: 'A place opened up for you',
    updated: 'Your reply is changed',
    cancelled: 'Your place is cancelled',
    link: 'Your link',
  },
  opening: {
    going: 'You are in. We look forward to seeing you.',
    waiting: 'All seats are taken for now, and you are on the waiting list.',
    promoted: 'A seat came free, and it is yours. You are in.',
    updated: 'We changed your reply. This is how it stands now.',
    cancelled: 'Your place is cancelled, and somebody else can have the seat. Thank you for telling us.',
    link: 'Here is the link to your reply, as you asked.',
  },
  after: {
    going: '',
    waiting:
      'When a seat comes free that fits your party, it is yours and we write at once. There is nothing to do until then.',
    promoted: '',
    updated: '',
    cancelled: 'You are welcome any time, for this one if there is room or for another.',
    link: '',
  },
  manage: 'See, change or cancel',
  comeAgain: 'Look at the event',
  cannotCome: 'Cannot come after all? Cancel with the link, so that somebody else can. Nobody asks why.',
  ask: (phone: string) => `Questions? Reply to this mail, or call ${phone}.`,
};

const es: typeof en = {
  greeting: 'Hola:',
  what: 'Qué',
  when: 'Cuándo',
  where: 'Dónde',
  join: 'Enlace para entrar',
  arrival: 'Al llegar',
  party: 'Personas',
  position: 'Su lugar en la lista',
  subject: {
    going: 'Su lugar está confirmado',
    waiting: 'Está en la lista de espera',
    promoted: 'Hay un lugar para usted',
    updated: 'Su respuesta cambió',
    cancelled: 'Su lugar está cancelado',
    link: 'Su enlace',
  },
  opening: {
    going: 'Su lugar está listo. Nos dará gusto verle.',
    waiting: 'Por ahora todos los lugares están ocupados y usted está en la lista de espera.',
    promoted: 'Se desocupó un lugar y es suyo.',
    updated: 'Cambiamos su respuesta. Así quedó.',
    cancelled: 'Su lugar está cancelado y otra persona puede ocuparlo. Gracias por avisar.',
    link: 'Este es el enlace a su respuesta, como lo pidió.',
  },
  after: {
    going: '',
    waiting:
      'Cuando haya un lugar para su grupo, será suyo y le escribiremos enseguida. Mientras tanto no hay nada que hacer.',
    promoted: '',
    updated: '',
    cancelled: 'Siempre es bienvenida su visita, a este encuentro si hay lugar o a otro.',
    link: '',
  },
  manage: 'Ver, cambiar o cancelar',
  comeAgain: 'Ver el encuentro',
  cannotCome: '¿No puede venir? Cancele con el enlace, para que otra persona pueda. Nadie pregunta por qué.',
  ask: (phone) => `¿Preguntas? Responda a este correo o llame al ${phone}.`,
};

export const mailWords = { en, es };
