import { spoken } from '#i18n/spoken.ts';

/** The words of the pages about the levels of care, around what content/es says of each. */
export const levelsSpeak = spoken({
  'What happens there': 'Qué pasa ahí',
  'The levels beside this one': 'Los niveles junto a este',
  'More hours': 'Más horas',
  'Fewer hours': 'Menos horas',
  'It often fits if you': 'Suele convenirle si usted',
  'More may help when': 'Tal vez le ayude algo más si',
  'What to ask, of us or anybody': 'Qué preguntar, aquí o en otro lugar',
  'What it is': 'Qué es',
  'A usual week': 'Una semana típica',
  'Who it fits, and what to ask': 'A quién le conviene y qué preguntar',
  'A week could look like this: {hours}. An example, not a date to come.':
    'Una semana podría ser así: {hours}. Es un ejemplo, no una fecha por venir.',
  '8 am': '8am',
  noon: '12pm',
  '5 pm': '5pm',
  '10 pm': '10pm',
  // a level
  'Levels of care': 'Niveles de atención',
  'The ways to have it': 'Las formas de tomarlo',
  'In danger, or thinking about ending your life?': '¿Está en peligro, o piensa en quitarse la vida?',
  'No level on this page is quick enough for that.':
    'Ningún nivel de esta página es lo bastante rápido para eso.',
  or: 'o',
  'What it costs, and how to ask': 'Cuánto cuesta y cómo preguntar',
  '[Paying for it](/guides/paying-for-it/) has the words for that call, and for a “no”. [Ten questions for a program](/tools/ten-questions/) has room for three programs, and prints.':
    '[Cómo pagarlo](/guides/paying-for-it/) tiene las palabras para esa llamada y para cuando la respuesta es «no». [Diez preguntas para un programa](/tools/ten-questions/) tiene espacio para tres programas y se puede imprimir.',
  'Work, family and getting there': 'El trabajo, la familia y cómo llegar',
  'What comes after': 'Qué viene después',
  'Asked often': 'Preguntas frecuentes',
  'All questions about starting': 'Todas las preguntas sobre cómo empezar',
  // all levels
  'PHP, IOP, outpatient and continuing care: the hours, who each fits, and what a week looks like.':
    'Hospitalización parcial (PHP), programa intensivo (IOP), atención ambulatoria y continua: las horas, a quién le conviene cada una y cómo es una semana.',
  'Care comes in sizes. You take the one that fits now, and change it when life does. Going up for a while is as ordinary as going down.':
    'La atención viene en tamaños. Usted toma el que le conviene ahora y lo cambia cuando cambia la vida. Subir por un tiempo es tan normal como bajar.',
  'From more hours to fewer': 'De más horas a menos',
  'Each page has a usual week, whom it fits, what it costs, work and family, and what comes after.':
    'Cada página muestra una semana típica, a quién le conviene, cuánto cuesta, el trabajo y la familia, y qué viene después.',
  'Above these is **residential care**: living on site, with staff there day and night. Some people need **medical detox** before any of it. Programs at home, PHP and IOP included, have no doctor or nurse in the house at night.':
    'Por encima de estos está la **atención residencial**: vivir en el lugar, con personal de día y de noche. Algunas personas necesitan antes una **desintoxicación médica**. En los programas en que se duerme en casa, como PHP e IOP, no hay personal médico ni de enfermería en la casa por la noche.',
  'How a level is chosen': 'Cómo se elige un nivel',
  'A clinician talks with you and looks at six things. None of them is a test you can pass or not pass.':
    'Un profesional clínico habla con usted y considera seis cosas. Ninguna es un examen que se aprueba o se reprueba.',
  'Withdrawal: could stopping make you ill?': 'La abstinencia: ¿dejar de consumir podría enfermarle?',
  'Your body: other illness, pregnancy, pain.': 'Su cuerpo: otras enfermedades, embarazo, dolor.',
  'Your mind: mood, fear, memory, trauma.': 'Su mente: el ánimo, el miedo, la memoria, el trauma.',
  'What you want, and how ready you feel.': 'Lo que usted quiere, y si siente que es el momento.',
  'What has made using more likely before.': 'Lo que antes ha hecho más probable consumir.',
  'Home: is it safe, and is somebody on your side?': 'Su casa: ¿es segura, y hay alguien de su lado?',
  'You can ask to look again whenever one of them changes. [Is IOP right for me now?](/step-down/is-iop-right-for-me/) is a list to think and talk with, and it prints.':
    'Puede pedir que se revise cuando cambie cualquiera de ellas. [¿Me conviene un programa intensivo (IOP) ahora?](/step-down/is-iop-right-for-me/) es una lista para pensar y conversar, y se puede imprimir.',
  'When more care may be safer': 'Cuándo puede ser más seguro tener más atención',
  'If stopping makes you ill, if home is not safe, if someone there is using, or if you think about ending your life. Then please call':
    'Si dejar de consumir le enferma, si su casa no es segura, si ahí alguien consume o si piensa en quitarse la vida. Entonces, por favor llame al',
  '. Asking for more is not going backward.': '. Pedir más no es retroceder.',
  'What studies say': 'Qué dicen los estudios',
  'So when you go from one to the other, it is a step. It is not a loss. You take all you know with you.':
    'Así que pasar de uno al otro es un paso, no una pérdida. Todo lo que sabe se va con usted.',
  'Online or in person?': '¿En línea o en persona?',
  'Choose what you will get to on a bad day.': 'Elija aquello a lo que sí llegará en un mal día.',
  'Ours does reach out, if you ask us to.': 'Aquí sí le buscamos, si usted nos lo pide.',
  'Read on': 'Siga leyendo',
  '[Choosing a program](/guides/choosing-a-program/), and [ten questions to print](/tools/ten-questions/)':
    '[Cómo elegir un programa](/guides/choosing-a-program/), y [diez preguntas para imprimir](/tools/ten-questions/)',
  '[Paying for it](/guides/paying-for-it/), with insurance and without':
    '[Cómo pagarlo](/guides/paying-for-it/), con seguro y sin él',
  '[Leave and rights](/guides/leave-and-rights/) at work':
    '[Permisos y derechos](/guides/leave-and-rights/) en el trabajo',
  '[Questions about starting](/levels-of-care/questions/): will it be hard, my job, my children':
    '[Preguntas sobre cómo empezar](/levels-of-care/questions/): si será difícil, mi trabajo, mis hijos',
  'See which groups have seats': 'Ver qué grupos tienen lugar',
  // questions
  'Questions about starting': 'Preguntas sobre cómo empezar',
  'What happens when you start, work and children, medicine, cost, and whether it will be hard.':
    'Qué pasa al empezar, el trabajo y los hijos, los medicamentos, el costo y si será difícil.',
  'What people ask before they call. If yours is not here, call us at':
    'Lo que la gente pregunta antes de llamar. Si su pregunta no está aquí, llámenos al',
  '. No question is too small.': '. Ninguna pregunta es demasiado pequeña.',
  'Ask us to call you': 'Pedir que le llamemos',
});
