import { spoken } from '#i18n/spoken.ts';

/** What the script of the first days says, and the words of its calendar file, which tell nothing. */
export const spanish = {
  'Your first 90 days': 'Sus primeros 90 días',
  'Note: look at your list': 'Nota: vea su lista',
  Notes: 'Notas',
  'notes.ics': 'notas.ics',
  'There is no date ahead to put in a calendar.': 'No hay fechas por venir que poner en un calendario.',
  'Your calendar file has {count} date. The titles say nothing about you.':
    'Su archivo de calendario tiene {count} fecha. Los títulos no dicen nada de usted.',
  'Your calendar file has {count} dates. The titles say nothing about you.':
    'Su archivo de calendario tiene {count} fechas. Los títulos no dicen nada de usted.',
  'Choose the day you came home first. The dates are counted from it.':
    'Elija primero el día en que volvió a casa. Las fechas se cuentan desde ahí.',
  'Came home on {day}.': 'Volvió a casa el {day}.',
  '{text} (done)': '{text} (hecho)',
  'Ticked off: {count}.': 'Pasos marcados: {count}.',
} as const;

export const firstDaysSpeak = spoken({
  ...spanish,
  'The day you came home': 'El día en que volvió a casa',
  'Or the day you will. It stays on this device and puts dates to the list.':
    'O el día en que volverá. Se queda en este aparato y pone fechas a la lista.',
  'The list': 'La lista',
  'Dates of your own': 'Fechas suyas',
  'A birthday, a court day, a refill, the day somebody died. Anything you want to see coming.':
    'Un cumpleaños, un día de corte, un resurtido, el día en que murió alguien. Lo que quiera ver venir.',
  'The day': 'El día',
  'What it is': 'Qué es',
  'Add this date': 'Agregar esta fecha',
  'Print the list': 'Imprimir la lista',
  'Make a calendar file': 'Hacer un archivo de calendario',
  'The calendar file holds the dates that are still ahead. It says only “Call” or “Note: look at your list”, in case others see your calendar.':
    'El archivo de calendario tiene las fechas que faltan. Solo dice “Llamar” o “Nota: vea su lista”, por si alguien más ve su calendario.',
  Delete: 'Eliminar',
  'Take it slowly': 'Con calma',
  'The days are signposts. If one goes by, the step still waits for you, and it does not matter in which order you take them. Leave out what does not fit your life.':
    'Los días son señales en el camino. Si uno pasa, el paso lo sigue esperando, y no importa en qué orden los dé. Deje fuera lo que no vaya con su vida.',
  'More about each of these weeks: [First week, first month, first 90 days home](/guides/first-90-days-home/).':
    'Más sobre cada una de estas semanas: [Primera semana, primer mes, primeros 90 días en casa](/guides/first-90-days-home/).',
  'Day {day}': 'Día {day}',
  Call: 'Llamar',
  'The day you come home': 'El día en que vuelve a casa',
  'Tell one person you are home. Agree when you talk tomorrow.':
    'Dígale a una persona que ya está en casa. Acuerden a qué hora hablan mañana.',
  'Put your medicines in one place. Count how many days are left.':
    'Ponga sus medicamentos en un solo lugar. Cuente para cuántos días alcanzan.',
  'Get naloxone into the house if opioids were ever part of it.':
    'Consiga naloxona para la casa si alguna vez hubo opioides.',
  'How to get and use it': 'Cómo conseguirla y usarla',
  'Ask someone to go through the house and take what should not be there.':
    'Pida a alguien que revise la casa y se lleve lo que no debe estar ahí.',
  'Read “After a break, your body has changed.”': 'Lea “Después de una pausa, su cuerpo ha cambiado”.',
  'Read it now': 'Leerla ahora',
  'By the third day': 'Para el tercer día',
  'Pick one meeting or group for this week.': 'Elija una reunión o un grupo para esta semana.',
  'Find a meeting': 'Buscar una reunión',
  'Go through your phone. Delete or block the numbers that make a bad night worse.':
    'Revise su teléfono. Elimine o bloquee los números que empeoran una mala noche.',
  'Write a card for your wallet.': 'Escriba una tarjeta para su cartera.',
  'Coping card': 'Tarjeta de apoyo',
  'Call us and say how it goes. You do not need a reason.':
    'Llámenos y díganos cómo va. No necesita un motivo.',
  'By the end of the first week': 'Para el final de la primera semana',
  'One appointment is on the calendar: a doctor, a counselor, an evening program.':
    'Hay una cita en el calendario: médica, de consejería o de un programa por la tarde.',
  'Refills are asked for, before anything runs out.':
    'Los resurtidos están pedidos, antes de que algo se acabe.',
  'You went to one meeting or group, or know which one you will try.':
    'Fue a una reunión o a un grupo, o sabe cuál va a probar.',
  'Give the next week a shape.': 'Dele forma a la semana que viene.',
  'Week planner': 'Plan de la semana',
  'By two weeks': 'Para las dos semanas',
  'Write your plan. Give a copy to one person.': 'Escriba su plan. Dé una copia a una persona.',
  'Your plan': 'Su plan',
  'Have three people you can call, and tell them so.':
    'Tenga tres personas a quienes llamar, y dígaselo a ellas.',
  'Your support list': 'Su lista de apoyo',
  'Look at your own warning signs once a week.': 'Mire sus propias señales de alerta una vez por semana.',
  'Weekly check-in': 'Seguimiento semanal',
  'By one month': 'Para el primer mes',
  'Ask whether a group in the evening would help right now. Call us if you are not sure.':
    'Pregúntese si un grupo por la tarde le ayudaría ahora. Llámenos si tiene dudas.',
  'Stepping down': 'El siguiente paso',
  'Go back to work in steps. Find out what leave you can take.':
    'Vuelva al trabajo por pasos. Averigüe qué permiso puede pedir.',
  'Going back to work': 'Volver al trabajo',
  'Look at money once a week. Plan your payday.':
    'Revise su dinero una vez por semana. Planee su día de pago.',
  Money: 'Dinero',
  'By two months': 'Para los dos meses',
  'Read the warning signs again. Which ones turned up? Who saw them first?':
    'Lea otra vez las señales de alerta. ¿Cuáles aparecieron? ¿Quién las vio primero?',
  'Warning signs': 'Señales de alerta',
  'If sleep is still poor, tell your doctor.': 'Si todavía duerme mal, dígalo en su consulta médica.',
  'Sleep // the guide': 'El sueño',
  'Do one thing that is of use to somebody else. Set up chairs. Give a ride.':
    'Haga una cosa que le sirva a alguien más. Acomode las sillas. Lleve a alguien en su carro.',
  'By three months': 'Para los tres meses',
  'Read your plan and change what does not fit.': 'Lea su plan y cambie lo que ya no le quede.',
  'Talk about your care: more, less, or the same. All are fine answers.':
    'Hable de su atención: más, menos o igual. Todas son buenas respuestas.',
  'Look ahead for hard dates. Put a person next to each.':
    'Busque las fechas difíciles que vienen. Ponga a una persona junto a cada una.',
  'Thank one person who was there.': 'Dé las gracias a una persona que estuvo ahí.',
  'Half a year': 'Medio año',
  'Look at appointments and prescriptions for the half year to come.':
    'Revise las citas y las recetas para el medio año que viene.',
  'Come by. Bring somebody, or come alone.': 'Venga a vernos. Traiga a alguien, o venga por su cuenta.',
  Events: 'Eventos',
  'Read your plan. Is each person on it still the right one?':
    'Lea su plan. ¿Sigue siendo cada persona la indicada?',
  'A year': 'Un año',
  'Mark the day with people you like, in a way that suits you.':
    'Celebre el día con gente que quiere, a su manera.',
  'Write down what you want from the next year, and what you can let go.':
    'Escriba qué quiere del próximo año, y qué puede soltar.',
  'Call us and tell us. We would like to hear it, whatever the year was like.':
    'Llámenos y cuéntenos. Nos gustaría oírlo, haya sido como haya sido el año.',
});
