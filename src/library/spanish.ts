import { spoken } from '#i18n/spoken.ts';

/** What stands around the guides, on their shelves and in their drawings. */
export const librarySpeak = spoken({
  // the shelves
  Guides: 'Guías',
  'Short, plain guides for the weeks and months after treatment, with their sources.':
    'Guías cortas y claras para las semanas y los meses después del tratamiento, con sus fuentes.',
  'Short and plain. Each says where it comes from and when it will be read again. They print well, and they ask nothing of you.':
    'Cortas y claras. Cada una dice de dónde viene y cuándo se volverá a leer. Se imprimen bien, y no le piden nada.',
  Understanding: 'Para entender',
  'Warning signs': 'Señales de alerta',
  'Triggers and cravings': 'Detonantes y ganas de consumir',
  'Making a plan': 'Hacer un plan',
  'Daily structure': 'El día a día',
  Medication: 'Medicamentos',
  'Overdose safety': 'Cuidarse de la sobredosis',
  'Mental health': 'Salud mental',
  Work: 'Trabajo',
  Family: 'Familia',
  'Life skills': 'Para la vida diaria',
  'After a lapse': 'Después de un consumo',
  'Stepping down': 'El siguiente paso',

  // a guide
  'All guides': 'Todas las guías',
  'On this page': 'En esta página',
  'Print this guide': 'Imprimir esta guía',
  'Print this page': 'Imprimir esta página',
  'Reads at about grade {grade}.': 'Facilidad de lectura: {ease} de 100 (Fernández-Huerta).',
  'Written by {author}.': 'Texto original en inglés: {author}.',
  'Reviewed by {reviewer}.': 'Original revisado por {reviewer}.',
  'To be read again by': 'Se volverá a leer antes del',
  'Needs clinical review before launch: a licensed clinician has not yet read this guide.':
    'Falta la revisión clínica antes de publicarla: ningún profesional con licencia ha leído aún esta guía.',
  'Where this comes from': 'De dónde viene esto',
  ', checked': ', revisado el',
  'Read next': 'Para seguir leyendo',

  // how the lifeline answers
  'call {number}': 'llame al {number}',
  'and press {key}, or': 'y oprima {key}, o',
  'text {word} to {number}': 'envíe {word} al {number}',
  'text {number}': 'envíe un texto al {number}',

  // the chain, to write on
  'My chain, to write on': 'Mi cadena, para escribir',
  'Print this page, or copy the bold words onto any paper. Nothing you write goes into this site.':
    'Imprima esta página, o copie en cualquier papel las palabras en negrita. Nada de lo que escriba llega a este sitio.',
  'The days before': 'Los días antes',
  'Sleep, food, people, work, worry. What was different?':
    'Sueño, comida, gente, trabajo, preocupaciones. ¿Qué fue distinto?',
  'The small choice': 'La pequeña decisión',
  'The first little turn. What did I tell myself?': 'El primer desvío. ¿Qué me dije?',
  'The moment': 'El momento',
  'What day and time? Where? With whom? How did I feel?':
    '¿Qué día y a qué hora? ¿Dónde? ¿Con quién? ¿Qué sentía?',
  'The thought': 'El pensamiento',
  'What went through my head right before?': '¿Qué me pasó por la cabeza justo antes?',
  'What came after': 'Lo que vino después',
  'In the first hour, and on the next day.': 'En la primera hora, y al día siguiente.',
  'What helped me stop': 'Lo que me ayudó a parar',
  'A person, a place, a thought. This counts.': 'Una persona, un lugar, una idea. Esto cuenta.',
  'Two links I can reach': 'Dos eslabones que puedo alcanzar',
  'And one small thing to do about each.': 'Y algo pequeño que hacer con cada uno.',
  'This sheet is yours. You need not show it to anybody.':
    'Esta hoja es suya. No tiene que enseñársela a nadie.',
});
