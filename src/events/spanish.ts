import { spoken } from '#i18n/spoken.ts';
import { seatsSpanish } from './seats-spanish.ts';

/** What the pages of events say: the lists, the months, one event, and what is shared of them. */
export const eventsSpeak = spoken({
  ...seatsSpanish,

  Events: 'Eventos',
  'All events': 'Todos los eventos',
  'Past events': 'Eventos pasados',
  'Come back for the good part': 'Vuelva para lo bueno',
  'Dinners, walks, workshops, a hand with the garden. Come alone or bring someone. No account needed.':
    'Cenas, caminatas, talleres, una mano en el jardín. Venga a solas o con alguien. No hace falta una cuenta.',
  'Dinners, walks, workshops, a hand with the garden': 'Cenas, caminatas, talleres, una mano en el jardín',
  'What is coming up at {house}: {ways}.': 'Lo que viene en {house}: {ways}.',
  'See them month by month': 'Ver mes por mes',
  'Keep up': 'Para estar al tanto',
  '[Subscribe in your calendar app]({address}). If yours asks for an address, give it':
    '[Suscríbase en su aplicación de calendario]({address}). Si la suya pide una dirección, dele esta:',
  'Titles there are plain: “{title}”.': 'Allí los títulos son discretos: «{title}».',
  'There is a [news feed](/events/feed.xml) too, and a page of [past events](/events/past/).':
    'También hay un [canal de noticias](/events/feed.xml) y una página de [eventos pasados](/events/past/).',
  'What we did together, so that you can see what these evenings are like.':
    'Lo que hicimos juntos, para que vea cómo son estos encuentros.',
  'Nothing yet.': 'Todavía nada.',
  '{house}: what is coming up': '{house}: lo que viene',
  'Dates at {house}': 'Fechas en {house}',
  'Nothing is planned just now. New dates appear here first.':
    'Por ahora no hay nada planeado. Las fechas nuevas aparecen primero aquí.',

  'Events in {month}': 'Eventos en {month}',
  'What is on at {house} in {month}.': 'Qué hay en {house} en {month}.',
  'Other months': 'Otros meses',
  'Nothing is planned in this month.': 'En este mes no hay nada planeado.',
  'Days and times are {zone}.': 'Los días y las horas son de la {zone}.',
  Today: 'Hoy',
  'from {hour}': 'desde {hour}',
  'until {hour}': 'hasta {hour}',
  'all day': 'todo el día',
  'there {hours}': 'allá {hours}',
  'day {day} of {of}': 'día {day} de {of}',

  'Get-together': 'Convivencia',
  Workshop: 'Taller',
  Family: 'Familia',
  'Giving back': 'Dar una mano',
  Outdoors: 'Al aire libre',
  Celebration: 'Celebración',
  'For alumni': 'Para quienes terminaron aquí',
  'For alumni and the people they bring': 'Para quienes terminaron aquí y sus acompañantes',
  'For family and friends': 'Para familiares y amistades',
  'For everyone': 'Para todas las personas',
  'In person': 'En persona',
  Online: 'En línea',
  'In person and online': 'En persona y en línea',

  'to {day}': 'al {day}',
  '{hours} here': '{hours} aquí',
  'Place shared after you RSVP': 'Le decimos el lugar cuando confirme',
  ' or online': ' o en línea',
  'and {count} more in that month': 'y {count} más en ese mes',
  'and {count} more date': 'y {count} fecha más',
  'and {count} more dates': 'y {count} fechas más',
  ' of ': ' de ',
  '{rhythm}, until {day}': '{rhythm}, hasta el {day}',

  'This is called off.': 'Esto se canceló.',
  'Everybody who had a place was told.': 'Ya avisamos a quienes tenían lugar.',
  'The next date is [{day}]({address}).': 'La próxima fecha es el [{day}]({address}).',
  'See what else is coming up': 'Ver qué más viene',
  'This was on {day}.': 'Esto fue el {day}.',
  'See what is coming up': 'Ver lo que viene',
  RSVP: 'Confirmar asistencia',
  'RSVP: {title}': 'Confirmar asistencia: {title}',
  'Just come. There is no RSVP and nothing to sign.': 'Solo venga. No hay que confirmar ni firmar nada.',
  'Replies are closed for this event. Call us if you still hope to come:':
    'Ya no se reciben respuestas para este evento. Si todavía quiere venir, llámenos:',
  'When and where': 'Cuándo y dónde',
  When: 'Cuándo',
  Where: 'Dónde',
  Who: 'Quién',
  Seats: 'Lugares',
  Questions: 'Preguntas',
  'All coming dates': 'Todas las fechas que vienen',
  'You get the address with your yes: in the mail, and on your own page.':
    'Cuando confirme le damos la dirección: en el correo y en su propia página.',
  'Ask us the way:': 'Pregúntenos cómo llegar:',
  'Or online.': 'O en línea.',
  'Online. // a sentence': 'En línea.',
  'You get the link with your yes. It opens 15 minutes before we begin.':
    'Cuando confirme le damos el enlace. Se abre 15 minutos antes de empezar.',
  'Ask us for the link:': 'Pídanos el enlace:',
  'In the room': 'En la sala',
  'By link': 'Por enlace',
  'Add to your calendar': 'Agregar a su calendario',
  'From {start} on the first day to {end} on the last, {zone}':
    'De {start} del primer día a {end} del último, {zone}',
  '{hours} at {house}': '{hours} en {house}',
  'where you are': 'donde usted está',

  'Sessions to choose from': 'Sesiones para elegir',
  'Choose in your RSVP, as many as you like or none. Each has its own seats, for those who come to the whole.':
    'Elija al confirmar: las que quiera o ninguna. Cada una tiene sus propios lugares, para quienes vienen a todo.',
  'Coming dates': 'Las fechas que vienen',
  '{rhythm}. Each date has its own seats. Come to one, to some or to all.':
    '{rhythm}. Cada fecha tiene sus propios lugares. Venga a una, a varias o a todas.',
  'It comes again': 'Se repite',
  'No further date is fixed yet.': 'Todavía no hay otra fecha fija.',
  '(this page)': '(esta página)',
  'instead of {day}': 'en vez del {day}',

  '{what}. Behind it a drawn valley after dark, with its lamps lit.':
    '{what}. Detrás, el dibujo de un valle de noche, con sus lámparas encendidas.',
  '{what}. Behind it a drawn valley by day.': '{what}. Detrás, el dibujo de un valle de día.',
});

export type EventsSay = ReturnType<typeof eventsSpeak>;
