import type { FieldErrors } from '#platform/problem.ts';
import { messageIn } from '#platform/spanish.ts';
import type { Language } from '#i18n/language.ts';

/** Everything that can be wrong with what somebody sends to this room, and why it may not be taken. */

export const spanishProblems = {
  // schema.ts
  'Select what you would like': 'Elija lo que le gustaría',
  'Select a program': 'Elija un programa',
  'Select a group': 'Elija un grupo',
  'Enter the name we should use': 'Escriba el nombre que debemos usar',
  'Enter your note as text': 'Escriba su nota como texto',
  'Your note must be {limit} characters or fewer': 'Su nota puede tener hasta {limit} caracteres',
  'Enter your note without control characters': 'Escriba su nota sin caracteres de control',
  'Enter what would help as text': 'Escriba lo que ayudaría como texto',
  'What would help must be {limit} characters or fewer':
    'Lo que ayudaría puede tener hasta {limit} caracteres',
  'Enter what would help without control characters': 'Escriba lo que ayudaría sin caracteres de control',
  'Select how we should contact you': 'Elija cómo nos comunicamos con usted',
  'Enter an email address or a phone number': 'Escriba un correo electrónico o un número de teléfono',
  'Select whether we may leave a message': 'Elija si podemos dejar un mensaje',
  'Select whether we may send a text': 'Elija si podemos enviar un texto',
  'Select whether we may say who is calling': 'Elija si podemos decir quién llama',
  'Enter how we should contact you': 'Escriba cómo nos comunicamos con usted',
  'Select the times that suit you': 'Elija los momentos que le acomodan',
  'Select 12 times or fewer': 'Elija 12 momentos como máximo',
  'Select English or Spanish': 'Elija inglés o español',
  'Use up to 100 printable characters as the key': 'Use como clave hasta 100 caracteres imprimibles',
  // form/steps.ts
  'Select yes if the mail may say what it is about': 'Elija sí si el correo puede decir de qué se trata',
  'Select yes if we may leave a voicemail': 'Elija sí si podemos dejar un mensaje de voz',
  'Select yes if we may send a text instead': 'Elija sí si podemos enviar un texto en su lugar',
  'Select yes if we may say who is calling': 'Elija sí si podemos decir quién llama',
  'Select yes if we may call and leave a voicemail': 'Elija sí si podemos llamar y dejar un mensaje de voz',
  'Select yes if the text may say who we are': 'Elija sí si el texto puede decir quiénes somos',
  'Select a group, or “Any group”': 'Elija un grupo, o «Cualquier grupo»',
  // answers.ts
  'We do not have this program': 'No tenemos este programa',
  'This program is not on our list. Select another': 'Este programa no está en nuestra lista. Elija otro',
  'We do not have this group': 'No tenemos este grupo',
  'This group is not on our list. Select another': 'Este grupo no está en nuestra lista. Elija otro',
  'This group takes no more people': 'Este grupo ya no recibe a más personas',
  'This group is closed. Select another, or any group':
    'Este grupo está cerrado. Elija otro, o cualquier grupo',
  // a person's own pages
  'Press one of the buttons on this page': 'Presione uno de los botones de esta página',
  'This has ended already, so there was nothing to do':
    'Esto ya había terminado, así que no hubo nada que hacer',
  'Somebody changed this at the same moment. Send it once more':
    'Alguien cambió esto en el mismo momento. Envíelo otra vez',
  // consents
  'Press the button once more': 'Presione el botón otra vez',
  'Choose once more': 'Elija otra vez',
  'Select who we may speak with': 'Elija con quién podemos hablar',
  'Enter the name of the person or the office': 'Escriba el nombre de la persona o de la oficina',
  'Select what we may tell from the list': 'Elija de la lista lo que podemos decir',
  'Select what we may tell': 'Elija lo que podemos decir',
  'Select what it is for': 'Elija para qué es',
  'Select until when it stands': 'Elija hasta cuándo vale',
  'The notes of your counseling need a consent of their own. Select only them, or leave them out and sign a second consent later':
    'Las notas de su consejería necesitan un permiso aparte. Elija solo esas, o déjelas fuera y firme después un segundo permiso',
  'The notes of your counseling cannot go with a legal matter here. Leave them out, or call us':
    'Aquí las notas de su consejería no pueden ir con un asunto legal. Déjelas fuera, o llámenos',
  'For a court, select “For a court case or other legal matter”: it needs a consent of its own':
    'Para un tribunal, elija «Para un caso judicial u otro asunto legal»: necesita un permiso aparte',
  'Enter the day, or select one of the others': 'Escriba el día, o elija otra de las opciones',
  'Enter a date after today': 'Escriba una fecha posterior a hoy',
  'Enter a date up to {date}: a consent stands for a year at most':
    'Escriba una fecha hasta el {date}: un permiso vale como máximo un año',
  'Enter your full name': 'Escriba su nombre completo',
  'Type your name to sign': 'Escriba su nombre para firmar',
  'Start again: this page is not complete': 'Empiece de nuevo: esta página no está completa',
  'Type the same name as above to sign': 'Para firmar, escriba el mismo nombre que arriba',
  'This page was not complete. Choose again what we may tell':
    'Esta página no estaba completa. Elija otra vez lo que podemos decir',
  'This page was open for long. Check what you chose, and go on':
    'Esta página estuvo abierta mucho tiempo. Revise lo que eligió y siga adelante',
  'The text has changed meanwhile. Read it once more before you sign':
    'Entretanto el texto cambió. Léalo otra vez antes de firmar',
  'We cannot take a signature right now. Nothing was signed; please call us':
    'No podemos recibir una firma en este momento. No se firmó nada; por favor llámenos',
  'This request was taken back, so nothing can be signed on it. Please call us':
    'Esta solicitud se retiró, así que ya no se puede firmar nada en ella. Por favor llámenos',
} as const;

export type Problem = keyof typeof spanishProblems;

/** Marks a sentence as one that is known here, so that none lacks its Spanish. It stays as it is. */
export const known = <Sentence extends Problem>(sentence: Sentence): Sentence => sentence;

/** What is wrong in the language of the page; what is in it already stays. */
export const problemIn = (language: Language, sentence: string): string =>
  messageIn(language, sentence, spanishProblems);

export const problemsIn = (language: Language, errors: FieldErrors): FieldErrors =>
  Object.fromEntries(
    Object.entries(errors).map(([field, sentences]) => [
      field,
      sentences.map((sentence) => problemIn(language, sentence)),
    ]),
  );
