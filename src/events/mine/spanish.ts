import { spoken } from '#i18n/spoken.ts';
import { seatsSpanish } from '../seats-spanish.ts';

/** What a person's own page says of their reply. */
export const mineSpeak = spoken({
  ...seatsSpanish,
  'Your reply': 'Su respuesta',
  'You have a place': 'Tiene un lugar',
  'You are on the waiting list': 'Está en la lista de espera',
  'Somebody looks at it first': 'Alguien la revisa primero',
  'Your place is cancelled': 'Su lugar está cancelado',
  'You are on the waiting list, number {position}': 'Está en la lista de espera, con el número {position}',
  'one seat is kept for you.': 'le guardamos un lugar.',
  '{count} seats are kept for you.': 'le guardamos {count} lugares.',
  'one of our staff looks at your reply, usually the same day, and then you hear from us.':
    'alguien de nuestro equipo revisa su respuesta, casi siempre el mismo día, y luego le avisamos.',
  'somebody else can have the seat. Thank you for telling us. You are welcome any time.':
    'otra persona puede ocupar el lugar. Gracias por avisarnos. Siempre será bienvenida su visita.',
  'our staff took your reply off the list. Call us if that is a surprise.':
    'nuestro equipo quitó su respuesta de la lista. Si no lo esperaba, llámenos.',
  'nobody said yes to the seat in time, and it went to the next in line. You are welcome any time.':
    'nadie confirmó el lugar a tiempo, y pasó a la siguiente persona. Siempre será bienvenida su visita.',
  'you are number {position} in line. When a seat comes free that fits your party, it is yours at once.':
    'tiene el número {position} en la lista. En cuanto haya lugar para su grupo, será suyo.',
  'when a seat comes free that fits your party, it is yours at once, and you hear from us.':
    'en cuanto haya lugar para su grupo, será suyo, y le avisamos.',
  'For the first of the {count} dates: {words}': 'Para la primera de las {count} fechas: {words}',
  'You are number {position} in line': 'Tiene el número {position} en la lista',
  'You have a seat in it': 'Tiene un lugar en ella',
  'You are on its waiting list': 'Está en su lista de espera',
  'You get a seat in it when you have a place': 'Tendrá un lugar en ella cuando tenga lugar en el evento',
  You: 'Usted',
  '{count} people, with you': '{count} personas, contándole a usted',
  '{count} adult': '{count} persona adulta',
  '{count} adults': '{count} personas adultas',
  '{count} child': '{count} niño',
  '{count} children': '{count} niños',
  '{adults} and {children}': '{adults} y {children}',

  'This date is called off': 'Esta fecha se canceló',
  'It does not take place. You need not do anything.': 'No se hará. No tiene que hacer nada.',
  'What happens next': 'Qué sigue',
  'We sent this to your email, with a link back to this page. We write again if anything changes.':
    'Le enviamos esto a su correo, con un enlace a esta página. Si algo cambia, le escribimos de nuevo.',
  'Keep this page: it is your way to change or cancel. We call only if something changes.':
    'Guarde esta página: con ella puede cambiar o cancelar. Llamamos solo si algo cambia.',
  'Questions? Call us:': '¿Preguntas? Llámenos:',
  'This page is yours alone: whoever has its address can change your reply.':
    'Esta página es solo suya: quien tenga su dirección puede cambiar su respuesta.',

  What: 'Qué',
  When: 'Cuándo',
  Where: 'Dónde',
  Join: 'Entrar',
  'Join at {host}': 'Entrar en {host}',
  'The room opens here at {hour}. Open this page again then.':
    'La sala se abre aquí (hora: {hour}). Abra esta página de nuevo entonces.',
  'When you arrive': 'Al llegar',
  'Who comes': 'Quién viene',
  'Your sessions': 'Sus sesiones',
  'Add to your calendar': 'Agregar a su calendario',

  'A seat came free, and it is yours if you still want it.':
    'Se desocupó un lugar, y es suyo si todavía lo quiere.',
  'Say yes until {moment}. After that it goes to the next in line.':
    'Confirme antes de esta hora: {moment}. Después pasa a la siguiente persona de la lista.',
  'Yes, I am coming': 'Sí, voy a ir',

  'Change it': 'Cambiarla',
  'Change this date': 'Cambiar esta fecha',
  'Your dates': 'Sus fechas',
  'Save these dates': 'Guardar estas fechas',
  'Who comes with you, and what you told us, is kept for each date:':
    'Quién viene con usted, y lo que nos dijo, se guarda para cada fecha:',
  'Change {day}': 'Cambiar el {day}',
  'Change another date': 'Cambiar otra fecha',

  'Cannot come?': '¿No puede venir?',
  'Nobody asks why. The seat goes to the next person in line.':
    'Nadie pregunta por qué. El lugar pasa a la siguiente persona de la lista.',
  'Your other dates stay as they are.': 'Sus otras fechas siguen igual.',
  'Cancel my place': 'Cancelar mi lugar',
  'Changed your mind?': '¿Cambió de idea?',
  'If there is a seat, it is yours again. Otherwise you join the end of the waiting list.':
    'Si hay un lugar, vuelve a ser suyo. Si no, queda al final de la lista de espera.',
  'I am coming after all': 'Sí voy a ir',
  'Your details': 'Sus datos',
  'They are deleted {days} days after the event. You need not wait for that.':
    'Se borran {days} días después del evento. No hace falta esperar.',
  'Delete everything about me now': 'Borrar ahora todo lo mío',
  'Your seat goes to the next person in line.': 'Su lugar pasa a la siguiente persona de la lista.',
  'This is for all your dates of this series.': 'Vale para todas sus fechas de esta serie.',
  'Your name, your contact and all you wrote are deleted at once, and this page ends. We cannot bring it back, and no mail tells you of it.':
    'Su nombre, su contacto y todo lo que escribió se borran enseguida, y esta página deja de existir. No podemos recuperarlo, y ningún correo se lo avisa.',
  'Yes, delete it all': 'Sí, borrarlo todo',

  'Your reply is changed. This is how it stands now.': 'Su respuesta cambió. Así quedó.',
  'Thank you. The seat is yours.': 'Gracias. El lugar es suyo.',
  'Good that you are back. This is how it stands now.': 'Qué bueno que vuelve. Así quedó.',
  'Your dates are changed. This is how they stand now.': 'Sus fechas cambiaron. Así quedaron.',
  'If there is a reply with your address, its link is on the way there.':
    'Si hay una respuesta con su correo, el enlace ya va en camino.',

  'Look into your mail. It has a link of your own: with it you see, change or cancel your reply. What we tell only those who come, such as a private address or the link to a room, is there too.':
    'Revise su correo. Tiene un enlace propio: con él puede ver, cambiar o cancelar su respuesta. Allí está también lo que decimos solo a quienes vienen, como una dirección privada o el enlace a una sala.',
  'Look into your mail. It has a link of your own: with it you see, change or cancel your reply, date by date. What we tell only those who come, such as a private address or the link to a room, is there too.':
    'Revise su correo. Tiene un enlace propio: con él puede ver, cambiar o cancelar su respuesta, fecha por fecha. Allí está también lo que decimos solo a quienes vienen, como una dirección privada o el enlace a una sala.',
  '**Answered before with this address?** Then that reply stands as it was, and its link is in the mail you got then.':
    '**¿Ya había respondido con este correo?** Entonces esa respuesta sigue como estaba, y su enlace está en el correo que recibió.',
  'Send me the link again': 'Enviarme el enlace otra vez',
  '**Answered before with this number?** Then that reply stands as it was. To change or cancel, call us:':
    '**¿Ya había respondido con este número?** Entonces esa respuesta sigue como estaba. Para cambiar o cancelar, llámenos:',
  'This is what we told you.': 'Esto es lo que le dijimos.',
  'This is what we told you on {moment}.': 'Esto es lo que le dijimos el {moment}.',
  'The page ends after 30 days. Questions? Call us:': 'Esta página dura 30 días. ¿Preguntas? Llámenos:',

  'Your code for the door': 'Su código para la entrada',
  'Show this at the door, or just say your name.': 'Muestre esto en la entrada, o solo diga su nombre.',
  'It is all deleted': 'Todo está borrado',
  'Your name, your contact and what you wrote are gone, and so is your place. Thank you for having been with us; the door stays open.':
    'Su nombre, su contacto y lo que escribió ya no están, y tampoco su lugar. Gracias por haber estado con nosotros; la puerta sigue abierta.',
  'See what is coming up': 'Ver lo que viene',

  'You get no more reminders': 'Ya no recibirá recordatorios',
  'Fewer mails about this one': 'Menos correos sobre este evento',
  'It may be cut short, or what it was for may be deleted by now. Then we write to you no more anyway.':
    'Tal vez está cortado, o lo que abría ya se borró. En ese caso ya no le escribimos de todos modos.',
  'We send a reminder before, and now and then a message from the people who plan it.':
    'Enviamos un recordatorio antes y, de vez en cuando, un mensaje de quienes lo organizan.',
  'Without them your place stays yours. We still write when the time or the place changes, or when it does not take place.':
    'Sin ellos su lugar sigue siendo suyo. Le escribimos igual si cambia la hora o el lugar, o si no se hace.',
  'Stop reminders and messages': 'No recibir recordatorios ni mensajes',
  'Your reply stays as it was. No reminders, no messages.':
    'Su respuesta sigue como estaba. Sin recordatorios ni mensajes.',
  'We still write when the time or the place changes, or when it does not take place.':
    'Le escribimos igual si cambia la hora o el lugar, o si no se hace.',
  'Send them again': 'Volver a recibirlos',
  'This link opens nothing': 'Este enlace no abre nada',
});

export type MineSay = ReturnType<typeof mineSpeak>;
