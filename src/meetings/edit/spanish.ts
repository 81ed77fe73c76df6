import { spoken } from '#i18n/spoken.ts';

/** What the fields of a meeting are called, where visitors fill them in. */
export const editSpeak = spoken({
  'What is the meeting called?': '¿Cómo se llama la reunión?',
  Day: 'Día',
  'Choose a day': 'Elija un día',
  Starts: 'Empieza',
  'For example 7:00 pm': 'Por ejemplo 7:00 pm',
  Ends: 'Termina',
  'For example 8:30 pm': 'Por ejemplo 8:30 pm',
  'Time zone': 'Zona horaria',
  'How do people take part?': '¿Cómo se participa?',
  Place: 'Lugar',
  'The name of the building and the room': 'El nombre del edificio y de la sala',
  Address: 'Dirección',
  'Town or area': 'Ciudad o zona',
  'Link to join online': 'Enlace para entrar en línea',
  'Number to dial in': 'Número para entrar por teléfono',
  'A meeting code can follow after a comma.': 'Después de una coma puede ir el código de la reunión.',
  'What else one needs to join': 'Qué más hace falta para entrar',
  'We do not show the present one here. Fill this in only to change it.':
    'Aquí no mostramos lo que hay ahora. Llene esto solo para cambiarlo.',
  'Good to know': 'Conviene saber',
  'Where the door is, parking, what happens. Please leave out last names and private numbers.':
    'Dónde está la puerta, dónde estacionar, qué se hace. Por favor, no ponga apellidos ni números privados.',
  'Fellowship or pathway': 'Comunidad o camino',
  'What kind of meeting it is: open, newcomer, wheelchair access …':
    'Qué tipo de reunión es: abierta, para quienes empiezan, con acceso en silla de ruedas…',
  'What kind of meeting?': '¿Qué tipo de reunión?',
  'Online or by phone': 'En línea o por teléfono',
  Both: 'De las dos maneras',
  'Another, or I do not know': 'Otra, o no lo sé',
});
