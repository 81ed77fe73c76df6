import { spoken } from '#i18n/spoken.ts';

/** The words of the groups and of the pages about them. */

/** What scripts write: how many places there are, how many groups fit, what follows from a tick. */
export const spanish = {
  'Places for everyone who comes': 'Hay lugar para quien venga',
  '{count} place left': 'Queda {count} lugar',
  '{count} places left': 'Quedan {count} lugares',
  'Full — join the waiting list': 'Lleno: puede anotarse en la lista de espera',
  'Full — join the waiting list, {count} ahead of you':
    'Lleno: puede anotarse en la lista de espera; hay {count} antes de usted',
  'Join the waiting list': 'Anotarme en la lista de espera',
  'Sign up': 'Inscribirme',
  'No longer open for sign-ups': 'Ya no se aceptan inscripciones',
  '{count} group': '{count} grupo',
  '{count} groups': '{count} grupos',
  'All questions are here. Tick what is true above, and those that follow from it stay.':
    'Aquí están todas las preguntas. Marque arriba lo que es cierto para usted y quedarán las que vienen al caso.',
  'These follow from what you ticked, and the first ones are for everybody.':
    'Estas vienen al caso por lo que marcó; las primeras son para todas las personas.',
} as const;

const pages = {
  // words.ts
  '{from} to {to}': 'de {from} a {to}',
  '{count} hour a week': '{count} hora a la semana',
  '{count} hours a week': '{count} horas a la semana',
  'In person': 'En persona',
  Online: 'En línea',
  'In person or online': 'En persona o en línea',
  'In English': 'En inglés',
  'In Spanish (en español)': 'En español',
  ', in Spanish': ', en español',
  'A place in a program or group': 'Un lugar en un programa o grupo',
  'You choose the group next.': 'El grupo se elige después.',
  'A call to talk about what would fit': 'Una llamada para ver qué le conviene',
  'About 30 minutes on the phone. Nothing is decided without you.':
    'Unos 30 minutos por teléfono. Nada se decide sin usted.',
  'A mentor': 'Alguien que me acompañe (mentoría)',
  'Somebody who has been home a while, and walks beside you.':
    'Una persona que ya lleva tiempo en casa y camina a su lado.',
  'To be a mentor': 'Acompañar a alguien (ser mentor o mentora)',
  'We talk first about what it asks and how we support you.':
    'Primero hablamos de lo que pide y de cómo le apoyamos.',
  'The family group': 'El grupo para familias',
  'For families and friends, in their own right.': 'Para familiares y amistades, por derecho propio.',
  'Check-ins after going home': 'Que me pregunten cómo sigo, ya en casa',
  'We get in touch now and then, to ask how it is going.':
    'Nos comunicamos de vez en cuando para preguntarle cómo le va.',
  // the page of all levels
  'Stepping down': 'El siguiente paso',
  'Programs and groups for after treatment, when they meet, and how to ask for a place.':
    'Programas y grupos para después del tratamiento, cuándo se reúnen y cómo pedir un lugar.',
  'What comes next': 'Lo que sigue',
  'Going home is a step, and there are more after it. These are the groups you can join, the hours they ask of you, and how many places are left.':
    'Volver a casa es un paso, y después hay más. Estos son los grupos en los que puede entrar, las horas que le piden y cuántos lugares quedan.',
  'Asking for a place takes a few minutes and no account. A person on our team answers {promise}. If you are not sure what fits, [ask for a call](/step-down/sign-up/?kind=assessment-call), or read [“Is IOP right for me now?”](/step-down/is-iop-right-for-me/) first.':
    'Pedir un lugar toma unos minutos y no hace falta una cuenta. Una persona de nuestro equipo responde {promise}. Si no sabe qué le conviene, [pida una llamada](/step-down/sign-up/?kind=assessment-call) o lea primero [«¿Me conviene un programa intensivo (IOP) ahora?»](/step-down/is-iop-right-for-me/).',
  'Our list of groups is not here right now. Call us at {phone} and we will tell you what starts next.':
    'Nuestra lista de grupos no está aquí en este momento. Llámenos al {phone} y le diremos qué empieza pronto.',
  'Groups by day and time': 'Grupos por día y hora',
  'Every group that has a start date, by time of day, days, place and language.':
    'Todos los grupos con fecha de inicio, por hora, días, lugar e idioma.',
  'Say what would work for you, and see what fits.': 'Diga qué le acomoda y vea qué hay.',
  'We cannot reach our list right now, so this one may be some days old. To be sure, call':
    'No podemos consultar nuestra lista en este momento; esta puede tener algunos días. Para confirmar, llame al',
  'Find a group by when you can come': 'Encuentre un grupo según cuándo puede venir',
  'From more hours to fewer': 'De más horas a menos',
  'How a level is chosen, what it costs, and what studies say':
    'Cómo se elige un nivel, cuánto cuesta y qué dicen los estudios',
  'We have no program of this kind right now.': 'Por ahora no tenemos un programa de este tipo.',
  'Ask for a call': 'Pida una llamada',
  'and we will help you look for one.': 'y le ayudamos a buscar uno.',
  'No group has a start date right now.': 'Por ahora ningún grupo tiene fecha de inicio.',
  'Ask for a place in the next one': 'Pedir un lugar en el próximo',
  'How starting goes': 'Cómo se empieza',
  '**You ask.** For a place in a group, or for a call. A name to use and one way to reach you are enough.':
    '**Usted pide.** Un lugar en un grupo, o una llamada. Basta con un nombre y una manera de comunicarnos con usted.',
  '**We get in touch** {promise}. You tell us what you like. We ask about [six things](/levels-of-care/) that help to choose a level.':
    '**Nos comunicamos** {promise}. Usted cuenta lo que quiera. Le preguntamos por [seis cosas](/levels-of-care/) que ayudan a elegir un nivel.',
  '**You make a plan** with a counselor: which level, which hours, what it costs, and when you look at it again.':
    '**Usted hace un plan** con alguien de consejería: qué nivel, qué horas, cuánto cuesta y cuándo volver a revisarlo.',
  '**You come once.** Somebody expects you. You can just listen that day.':
    '**Usted viene una vez.** Alguien le espera. Ese día puede solo escuchar.',
  'You can also ask for': 'También puede pedir',
  // a group
  ' for {days}, {hours}, from {date}': ': {days}, {hours}, desde el {date}',
  'First time': 'Empieza',
  Until: 'Hasta',
  'As long as it helps': 'Mientras le sirva',
  Where: 'Dónde',
  Language: 'Idioma',
  'Led by': 'Dirige',
  Places: 'Lugares',
  'A group of up to {count}': 'Un grupo de hasta {count} personas',
  'From {date}': 'Desde el {date}',
  // the filter
  Mornings: 'Mañanas',
  Afternoons: 'Tardes',
  Evenings: 'Noches',
  Weekends: 'Fines de semana',
  Mon: 'Lun',
  Tue: 'Mar',
  Wed: 'Mié',
  Thu: 'Jue',
  Fri: 'Vie',
  Sat: 'Sáb',
  Sun: 'Dom',
  Virtual: 'En línea (virtual)',
  '2 weeks': '2 semanas',
  '4 weeks': '4 semanas',
  '8 weeks': '8 semanas',
  'Within 2 weeks': 'En menos de 2 semanas',
  'En español': 'Grupos en español',
  Any: 'Cualquiera',
  'Any time': 'Cuando sea',
  English: 'Inglés',
  Español: 'En español',
  'Time of day': 'Hora del día',
  'Days you can come': 'Días en que puede venir',
  'Starts within': 'Empieza en menos de',
  'Narrow the list': 'Acortar la lista',
  'Show groups': 'Mostrar grupos',
  'Show all': 'Mostrar todos',
  'Groups that fit': 'Grupos que le acomodan',
  'By day, time, place and language': 'Por día, hora, lugar e idioma',
  '**No group with a start date fits all of that.** That is about our calendar, not about you, and it changes often. You can':
    '**Ningún grupo con fecha de inicio cumple con todo eso.** Es cosa de nuestro calendario, no de usted, y cambia seguido. Puede',
  'call {phone} ({hours}). We know what is coming before it stands here;':
    'llamar al {phone} ({hours}). Sabemos lo que viene antes de que aparezca aquí;',
  '[ask us to call you](/step-down/sign-up/?kind=assessment-call). A person answers {promise};':
    '[pedirnos que le llamemos](/step-down/sign-up/?kind=assessment-call). Una persona responde {promise};',
  '[look at all groups]({groups}). A full one has a waiting list, and places do come free;':
    '[ver todos los grupos]({groups}). Los que están llenos tienen lista de espera, y sí se desocupan lugares;',
  'go to [a meeting](/meetings/) in the meantime, tonight if you like.':
    'ir mientras tanto a [una reunión](/meetings/), esta misma noche si quiere.',
} as const;

export const stepDownSpeaks = spoken({ ...spanish, ...pages });
export type StepDownText = keyof typeof spanish | keyof typeof pages;
