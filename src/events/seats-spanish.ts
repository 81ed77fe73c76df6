/** What is said of seats, on a page and by the element that counts them again. */
export const seatsSpanish = {
  'Called off': 'Cancelado',
  'No RSVP. Just come': 'No hay que confirmar. Solo venga',
  'Replies are closed': 'Ya no se reciben respuestas',
  'Room for everyone': 'Hay lugar para todas las personas',
  '{count} seat left': 'Queda {count} lugar',
  '{count} seats left': 'Quedan {count} lugares',
  'Full — join the waiting list, nobody ahead of you':
    'Lleno: apúntese en la lista de espera, no hay nadie antes que usted',
  'Full — join the waiting list, {count} ahead of you':
    'Lleno: apúntese en la lista de espera, hay {count} antes que usted',
} as const;

export type SeatsText = keyof typeof seatsSpanish;
