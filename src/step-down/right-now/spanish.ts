import { spoken } from '#i18n/spoken.ts';

/** The words of “Is IOP right for me now?”, around the list that content/es has. */
export const rightNowSpeaks = spoken({
  'Is IOP right for me now?': '¿Me conviene un programa intensivo (IOP) ahora?',
  'A list to think and talk with: what is true for you, what to ask, and when more care may help.':
    'Una lista para pensar y conversar: lo que es cierto para usted, qué preguntar y cuándo puede ayudar más atención.',
  'What comes next': 'Lo que sigue',
  'A list to think with, and to talk about. It counts nothing and decides nothing: you do, with somebody who knows these things.':
    'Una lista para pensar y para conversar. No suma puntos y no decide nada: decide usted, con alguien que sabe de esto.',
  'IOP, intensive outpatient care, is': 'Un programa ambulatorio intensivo (IOP) es',
  ', with nights at home. Tick what is true today. Skip what you like.':
    ', y por la noche se está en casa. Marque lo que es cierto hoy. Sáltese lo que quiera.',
  '**Nothing you tick leaves this device, and nothing is kept.** We cannot see it. Close the page and the ticks are gone. Print it if you want to keep it.':
    '**Nada de lo que marque sale de este aparato, y nada se guarda.** No podemos verlo. Cierre la página y las marcas desaparecen. Imprímala si la quiere conservar.',
  'One next step': 'Un siguiente paso',
  'Ask us to call you and talk it through': 'Pedir que le llamemos para hablarlo',
  'Or look at [the groups and their hours](/step-down/#level-iop-day), or [how a level is chosen](/levels-of-care/).':
    'O vea [los grupos y sus horas](/step-down/#level-iop-day), o [cómo se elige un nivel](/levels-of-care/).',
  'What is true for you': 'Lo que es cierto para usted',
  'Nothing is sent': 'No se envía nada',
  'Untick everything': 'Quitar todas las marcas',
  'Print this page': 'Imprimir esta página',
  'What to ask': 'Qué preguntar',
  'Bring these to a call, or to whoever knows you: a counselor, a doctor, somebody you trust.':
    'Llévelas a una llamada, o a quien le conoce: alguien de consejería, su médico, una persona de confianza.',
  'You may need more care now if': 'Tal vez necesite más atención ahora si',
  'you think about ending your life, or of hurting yourself.':
    'piensa en quitarse la vida o en hacerse daño.',
  or: 'o',
  ', any hour.': ', a cualquier hora.',
  'somebody will not wake, is not breathing well, has a seizure or chest pain.':
    'alguien no despierta, no respira bien, tiene convulsiones o dolor en el pecho.',
  'you drink or take benzodiazepines every day and want to stop.':
    'bebe o toma benzodiacepinas todos los días y quiere dejarlo.',
  'Stopping at once can be dangerous. Talk to a doctor first. If you shake, sweat, or see things that are not there:':
    'Dejarlo de golpe puede ser peligroso. Hable antes con un médico. Si tiembla, suda o ve cosas que no están ahí:',
  'home is not safe, or somebody there hurts you.': 'su casa no es segura, o alguien ahí le hace daño.',
  'In danger right now:': 'Si hay peligro ahora mismo:',
  '. Otherwise call': '. Si no, llame al',
  'from a phone that nobody checks.': 'desde un teléfono que nadie revise.',
  'you use on most days, or most days go wrong between one talk and the next.':
    'consume casi todos los días, o casi todos los días van mal entre una conversación y la siguiente.',
  Call: 'Llame al',
  '. PHP or living-in care for a while may be the kinder step.':
    '. Un tiempo de hospitalización parcial (PHP) o de atención residencial puede ser el paso más amable.',
  'Asking for more is not going backward. People move up and down these steps all the time.':
    'Pedir más no es retroceder. La gente sube y baja estos escalones todo el tiempo.',
});
