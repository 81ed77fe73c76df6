import { spoken } from '#i18n/spoken.ts';

/** What the coping card's script says, and how a card is read again. */
export const spanish = {
  'Coping card': 'Tarjeta de apoyo',
  'Call {name}': 'Llamar a {name}',
  'this person': 'esta persona',
  'Reason: {text}': 'Razón: {text}',
  'Person: {text}': 'Persona: {text}',
  'Thing to do: {text}': 'Cosa que hacer: {text}',
} as const;

export const cardSpeak = spoken({
  ...spanish,
  'Three reasons': 'Tres razones',
  'Reason {n}': 'Razón {n}',
  'Three things I can do': 'Tres cosas que puedo hacer',
  'Thing {n}': 'Cosa {n}',
  'Three people': 'Tres personas',
  'Name {n}': 'Nombre {n}',
  'Phone {n}': 'Teléfono {n}',
  Call: 'Llamar',
  '**Any hour:** call or text {lifeline}. {name}: {phone}. Danger: {emergency}.':
    '**A toda hora:** llamar al {lifeline} y oprimir {key}, o enviar {word} al {lifeline}. {name}: {phone}. Peligro: {emergency}.',
  'Print the names and numbers too': 'Imprimir también los nombres y números',
  'Without this, the paper card leaves those lines blank.':
    'Sin esto, la tarjeta de papel deja esas líneas en blanco.',
  'Print, wallet size': 'Imprimir, tamaño cartera',
  'Show it full screen': 'Mostrarla en pantalla completa',
  Close: 'Cerrar',
  'Leave this page': 'Salir de esta página',
  'Your card': 'Su tarjeta',
  'Things I can do': 'Cosas que puedo hacer',
  'My reasons': 'Mis razones',
  'If you are stuck for words': 'Si no le salen las palabras',
  '**Reasons:** a face, a place, a morning. “Sam’s breakfast.” “My own keys.”':
    '**Razones:** una cara, un lugar, una mañana. “El desayuno de Samuel”. “Mis propias llaves”.',
  '**People:** who picks up, who is calm, who is awake late. One can be a line with a stranger on it.':
    '**Personas:** quien contesta, quien tiene calma, quien se desvela. Una puede ser una línea con alguien que no conoce.',
  '**Things:** out the door, cold water, call, eat, lie down with music.':
    '**Cosas:** salir por la puerta, agua fría, llamar, comer, acostarse con música.',
});
