import { getTypesForLanguage } from '@code4recovery/spec';
import { kindNames } from './kinds.ts';

/**
 * Kinds of meeting in Spanish: as the Meeting Guide spec names them (npm @code4recovery/spec), but for those
 * that it translates word by word, and those that are not in it.
 */
const ours: Record<string, string> = {
  '11th Step Meditation': 'Meditación del Paso 11',
  'Adult Children': 'Hijos adultos',
  'American Sign Language': 'Lengua de señas americana',
  'Basic Text': 'Texto Básico',
  'Babysitting Available': 'Cuidado de niños disponible',
  Candlelight: 'A la luz de las velas',
  'Child-Friendly': 'Se puede ir con niños',
  'Concurrent with Al-Anon': 'A la misma hora que Al-Anon',
  'Concurrent with Alateen': 'A la misma hora que Alateen',
  'Cross Talk Permitted': 'Se permite responder a otros',
  'Families and Friends Only': 'Solo familiares y amistades',
  'Format Varies': 'El formato cambia',
  'Fragrance Free': 'Sin fragancias',
  'Informational Pamphlet': 'Folleto informativo',
  'It Works: How and Why': 'Funciona: cómo y por qué',
  'Just for Today': 'Solo por hoy',
  'Living Clean': 'Vivir limpios',
  'Living Sober': 'Viviendo sobrio',
  Mindfulness: 'Atención plena',
  'Native American': 'Nativos americanos',
  'Non-Binary': 'No binario',
  Parents: 'Madres y padres',
  'People of Color': 'Personas de color',
  'Proof of Attendance': 'Constancia de asistencia',
  'Questions and Answers': 'Preguntas y respuestas',
  'Restricted Attendance': 'Asistencia restringida',
  'Smart Tools': 'Herramientas SMART',
  Speaker: 'Con orador u oradora',
  'Speaker and Discussion': 'Orador y discusión',
  'Step Working Guide': 'Guía para trabajar los pasos',
  Topic: 'Un tema',
  'Tradition Study': 'Estudio de tradiciones',
  'Wheelchair Access': 'Acceso en silla de ruedas',
  'Young Adults': 'Adultos jóvenes',
  'Young People': 'Gente joven',
};

function fromSpec(): Record<string, string> {
  const [english, spanish] = [getTypesForLanguage('en'), getTypesForLanguage('es')];
  return Object.fromEntries(
    Object.entries(spanish).map(([code, name]) => [english[code as keyof typeof english], name]),
  );
}

const names: Record<string, string> = { ...fromSpec(), ...ours };

/** Of every kind we know: its English name, marked as that of a kind, to its Spanish one. */
export const kindsInSpanish: Readonly<Record<string, string>> = Object.fromEntries(
  kindNames.flatMap((name) => (names[name] === undefined ? [] : [[`${name} // kind`, names[name]]])),
);

/** The same of the kinds that a list has, for its page to send along. */
export const kindsOfList = (kinds: readonly { name: string }[]): Record<string, string> =>
  Object.fromEntries(
    kinds.flatMap(({ name }) => {
      const key = `${name} // kind`;
      const spanish = kindsInSpanish[key];
      return spanish === undefined ? [] : [[key, spanish]];
    }),
  );
