/** What the control for “near” says. */
export const spanish = {
  Near: 'Cerca',
  'ZIP or town': 'Código postal o ciudad',
  'Looked up on this device. What you type here is sent to nobody.':
    'Se busca en este aparato. Lo que escriba aquí no se envía a nadie.',
  'Near me': 'Cerca de mí',
  'Within // a distance': 'A menos de',
  'Miles or kilometers': 'Millas o kilómetros',
  miles: 'millas',
  Everywhere: 'En todas partes',
  'where you are': 'donde está usted',
  '1 place. Press Enter to take it.': '1 lugar. Presione Intro para elegirlo.',
  '{count} places. Press the down arrow to choose, or Enter for the first.':
    '{count} lugares. Presione la flecha hacia abajo para elegir, o Intro para el primero.',
  'Within {distance} mile of {place}.': 'A menos de {distance} milla de {place}.',
  'Within {distance} miles of {place}.': 'A menos de {distance} millas de {place}.',
  'Within {distance} kilometer of {place}.': 'A menos de {distance} kilómetro de {place}.',
  'Within {distance} kilometers of {place}.': 'A menos de {distance} kilómetros de {place}.',
  'Meetings everywhere.': 'Reuniones en todas partes.',
  'Places: GeoNames, CC BY 4.0.': 'Lugares: GeoNames, CC BY 4.0.',
  'We do not know this place, or none of our meetings is within 100 miles of it.':
    'No conocemos este lugar, o ninguna de nuestras reuniones está a menos de 100 millas.',
  'We cannot look up places right now. Try again in a moment.':
    'Ahora no podemos buscar lugares. Inténtelo de nuevo en un momento.',
  'Asking this device where it is…': 'Preguntando a este aparato dónde está…',
  'This device may not tell us where it is. Allow it in the browser’s settings, or type a ZIP or town.':
    'Este aparato no tiene permiso para decirnos dónde está. Permítalo en los ajustes del navegador, o escriba un código postal o una ciudad.',
  'This device does not know where it is right now. Type a ZIP or town instead.':
    'Este aparato no sabe ahora dónde está. Escriba un código postal o una ciudad.',
  'This device took too long to find where it is. Try again, or type a ZIP or town.':
    'Este aparato tardó demasiado en ubicarse. Inténtelo de nuevo, o escriba un código postal o una ciudad.',
} as const;
