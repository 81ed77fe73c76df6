import { spoken } from '#i18n/spoken.ts';

/** What the script of the ten questions says, and how answers are read again. */
export const spanish = {
  'Ten questions for a program': 'Diez preguntas para un programa',
  'Program {number}': 'Programa {number}',
  License: 'Licencia',
  Staff: 'Equipo',
  Plan: 'Plan',
  'Way of working': 'Forma de trabajar',
  'Medicine // what was asked': 'Medicamentos',
  'Mood and trauma': 'Ánimo y trauma',
  'Days and hours': 'Días y horas',
  Family: 'Familia',
  Cost: 'Costo',
  Afterward: 'Después',
  'How the call felt': 'Cómo se sintió la llamada',
} as const;

export const questionsSpeak = spoken({
  ...spanish,
  'Which programs?': '¿Qué programas?',
  'Name of program {number}': 'Nombre del programa {number}',
  'Listen for: {listen}': 'Qué escuchar: {listen}',
  'And after the call: how did it feel?': 'Y después de la llamada: ¿cómo se sintió?',
  'Three words, while it is fresh. Who answered, and when.':
    'Tres palabras, mientras está fresco. Quién contestó y cuándo.',
  'Print the sheet': 'Imprimir la hoja',
  'Which state office licenses you? Are you accredited, and by whom?':
    '¿Qué oficina del estado les da la licencia? ¿Tienen acreditación, y de quién?',
  'A name you can look up. The Joint Commission and CARF are two that accredit.':
    'Un nombre que se pueda buscar. The Joint Commission y CARF son dos que acreditan.',
  'Who would be my counselor, and what license or certificate do they have?':
    '¿Quién me daría la consejería, y qué licencia o certificado tiene?',
  'A name, letters behind it, and what they mean.': 'Un nombre, las letras que lo siguen y qué significan.',
  'How do you find out what I need? Who makes the plan with me?':
    '¿Cómo averiguan lo que necesito? ¿Quién hace el plan conmigo?',
  'A full talk first. A plan that is yours, and a day to look at it again.':
    'Primero una conversación completa. Un plan que sea suyo, y un día para volver a verlo.',
  'How do you work? What if faith or the 12 steps are, or are not, my way?':
    '¿Cómo trabajan? ¿Y si la fe o los 12 pasos son mi camino, o no lo son?',
  'A way of working with a name, and room for yours.':
    'Una forma de trabajar que tenga nombre, y lugar para la suya.',
  'May I take medicine for recovery, in every group? Who prescribes it?':
    '¿Puedo tomar medicamentos para mi recuperación, en todos los grupos? ¿Quién los receta?',
  'Yes, and a name.': 'Sí, y un nombre.',
  'Do you also look at mood, trauma and eating? Is it the same team?':
    '¿Atienden también el ánimo, el trauma y la alimentación? ¿Es el mismo equipo?',
  'Together, or who else and how soon.': 'Todo junto, o quién más y cuándo.',
  'Which days and hours? In person or by video? What if I miss a day?':
    '¿Qué días y a qué horas? ¿En persona o por video? ¿Qué pasa si falto un día?',
  'Hours you can get to on a bad day.': 'Un horario al que pueda llegar en un mal día.',
  'What is there for my family? What do you tell them about me?':
    '¿Qué hay para mi familia? ¿Qué le cuentan de mí?',
  'Something for them, and nothing told without your yes.':
    'Algo para su familia, y que no cuenten nada sin su permiso.',
  'What will I pay for each visit? Is there a fee that goes by income?':
    '¿Cuánto pagaré por cada visita? ¿Hay una tarifa según los ingresos?',
  'A sum in writing before you start.': 'Una cantidad por escrito antes de empezar.',
  'What happens after the last day? And if I use again?':
    '¿Qué pasa después del último día? ¿Y si vuelvo a consumir?',
  'A plan, a group, a person who calls. Not a closed door.':
    'Un plan, un grupo, una persona que llame. No una puerta cerrada.',
  'Ask each program the same ten, in the same words. Skip what you know already. A pen and the printed sheet work as well as a screen.':
    'Haga a cada programa las mismas diez preguntas, con las mismas palabras. Sáltese lo que ya sabe. Un bolígrafo y la hoja impresa sirven igual que una pantalla.',
  'If it is hard to call': 'Si le cuesta llamar',
  'Read this out: “I’m looking for a program. I have ten short questions. Is now a good time, or shall I call again?” You can stop after any of them. A friend can call for you, or listen in.':
    'Lea esto en voz alta: “Estoy buscando un programa. Tengo diez preguntas cortas. ¿Es buen momento, o vuelvo a llamar?” Puede parar después de cualquiera. Alguien de confianza puede llamar por usted o escuchar.',
  'You can ask about schedules, insurance, cost and support before you say a word about yourself. You do not have to give your name.':
    'Puede preguntar por horarios, seguro, costo y apoyo antes de decir nada de usted. No tiene que dar su nombre.',
  '[Choosing a program](/guides/choosing-a-program/) says what is behind each question, and [Paying for it](/guides/paying-for-it/) has the ones for your insurance.':
    '[Elegir un programa](/guides/choosing-a-program/) dice qué hay detrás de cada pregunta, y [Cómo pagarlo](/guides/paying-for-it/) tiene las preguntas para su seguro.',
  'Ask us these ten first': 'Háganos primero estas diez',
});
