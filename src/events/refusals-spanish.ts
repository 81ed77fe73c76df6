import { spoken } from '#i18n/spoken.ts';

/**
 * Why a reply is not taken: what its schema says is wrong, for the door of the site (guard.ts), and what the
 * database refuses. A number in a sentence is kept as `{number}`.
 */
export const errorsSpanish = {
  'Enter how many people are coming, as a number': 'Escriba con un número cuántas personas vienen',
  'Enter 1 or more: you are coming': 'Escriba 1 o más: usted también viene',
  'Enter {number} or fewer. For more people, call us':
    'Escriba {number} o menos. Si son más personas, llámenos',
  'Enter how many children are coming, as a number': 'Escriba con un número cuántos niños vienen',
  'Enter {number} or more children': 'Escriba {number} niños o más',
  'Enter {number} children or fewer': 'Escriba {number} niños o menos',
  'This is not the name of an event': 'Este no es el nombre de un evento',
  'Choose whether you come to the room or join by link': 'Elija si viene a la sala o entra por el enlace',
  'Choose from the sessions on the page': 'Elija entre las sesiones de la página',
  'There are five questions at most': 'Hay cinco preguntas como máximo',
  'Choose at least one date': 'Elija al menos una fecha',
  'At least one adult comes along': 'Tiene que venir al menos una persona adulta',
  'Enter an email address, or a phone number': 'Escriba un correo electrónico o un teléfono',
  'Tick the box to agree to the code of conduct': 'Marque la casilla para aceptar el código de conducta',
  'Give one of the two: email or phone': 'Dé uno de los dos: correo o teléfono',
} as const;

export const refusalsSpeak = spoken({
  ...errorsSpanish,
  'There is a problem': 'Hay un problema',
  'Too many tries from here. Wait a few minutes, or call us':
    'Demasiados intentos desde aquí. Espere unos minutos, o llámenos',
  'Please send it once more': 'Por favor, envíelo una vez más',
  'We have no event by that name': 'No tenemos ningún evento con ese nombre',
  'This link opens nothing': 'Este enlace no abre nada',
  'This event takes no more replies': 'Este evento ya no recibe respuestas',
  'Nobody needs to reply to this one: just come by': 'A este no hay que responder: solo venga',
  'There are not enough seats left for that many. Your reply stays as it was':
    'No quedan lugares para tantas personas. Su respuesta sigue como estaba',
  'You have answered this event again since then. That reply stands; its link is in the mail you got':
    'Desde entonces usted respondió otra vez a este evento. Esa respuesta es la que vale; su enlace está en el correo que recibió',
  'Open the link in your mail to change that': 'Para cambiar eso, abra el enlace de su correo',
  'Choose at least one date that is still to come': 'Elija al menos una fecha que todavía no haya pasado',
  'Enter {most} or fewer: that is the largest party for this event':
    'Escriba {most} o menos: es el grupo más grande para este evento',
  'Answer “{question}”': 'Responda «{question}»',
  '{sessions} are at the same time. Choose one of them': '{sessions} son a la misma hora. Elija una',
  '“{title}”': '«{title}»',
});

export type RefusalsSay = ReturnType<typeof refusalsSpeak>;
