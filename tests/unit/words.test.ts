import { describe, expect, test } from 'vitest';
import { checkWords, explain } from '../../local/words/check.ts';
import { filesWithWords } from '../../local/words/files.ts';
import { wordRules } from '#platform/words/rules.ts';

const rules = { en: wordRules('en'), es: wordRules('es') };
const found = (text: string, path = 'content/en/guides/test.md') =>
  checkWords(path, text, rules).map(({ rule }) => rule.id);

test('no content, label, mail or demo data uses a word that the rules refuse', async () => {
  const files = await filesWithWords();
  for (const kind of [
    /^content\/.*\.mdx$/,
    /^content\/.*\.yml$/,
    /^src\/i18n\//,
    /\.astro$/,
    /mails\.ts$/,
    /^supabase\/seed\//,
  ]) {
    expect(
      [...files.keys()].some((path) => kind.test(path)),
      String(kind),
    ).toBe(true);
  }
  const errors = [...files].flatMap(([path, text]) =>
    checkWords(path, text, rules).filter(({ rule }) => rule.severity === 'error'),
  );
  expect(errors.map(explain)).toEqual([]);
  // hundreds of files, against forty rules
}, 60_000);

/** What each rule is there to catch. */
const english: Record<string, string> = {
  addict: 'He is an addict.',
  alcoholic: 'For alcoholics and their families.',
  abuser: 'A room full of drug abusers.',
  user: 'Many heroin users come here.',
  junkie: 'Not a junkie any more.',
  'former-addict': 'A former drug user speaks.',
  relapser: 'She is a chronic relapser.',
  'addicted-baby': 'The crack babies of the time.',
  victim: 'Victims of addiction deserve better.',
  suffer: 'People suffering from addiction.',
  battle: 'Her battle was hard: struggling with alcohol.',
  'substance-abuse': 'A substance abuse program.',
  'abuse-verb': 'When you abused pills.',
  habit: 'A heroin habit.',
  'drug-problem': 'He had a drinking problem.',
  'drug-of-choice': 'Your drug of choice.',
  mat: 'We offer medication-assisted treatment.',
  replacement: 'Isn’t that replacing one drug for another?',
  crutch: 'Methadone is only a crutch.',
  'clean-time': 'How many years clean are you?',
  'clean-test': 'Bring a clean drug test.',
  dirty: 'Dirty needles on the floor.',
  'get-high': 'The wish to get high.',
  'fail-treatment': 'He failed treatment twice and is noncompliant.',
  wagon: 'She fell off the wagon.',
  'rock-bottom': 'Wait until they hit bottom.',
  'relapse-label': 'Then he relapsed.',
  cure: 'There is a cure.',
  willpower: 'All it takes is willpower.',
  enabler: 'Stop being an enabler.',
  felon: 'Jobs for ex-offenders.',
  homeless: 'Help for the homeless.',
  'mh-label': 'That is crazy.',
  suicide: 'He committed suicide.',
  streak: 'Keep your streak!',
  nag: 'You haven’t checked in.',
  must: 'You must answer.',
  minimise: 'Simply call us.',
  'confidential-claim': 'This is 100% confidential and HIPAA-compliant.',
  'outcome-claim': 'The #1 program with a high success rate.',
  'scare-stat': 'About 90% of people relapse.',
};

const spanish: Record<string, string> = {
  addict: 'Apoyo para adictos y sus familias.',
  alcoholic: 'Mi padre era alcohólico.',
  abuser: 'Un drogadicto, o un abusador de drogas.',
  dependent: 'Las personas drogodependientes.',
  user: 'Los usuarios de drogas vienen aquí.',
  junkie: 'Ya no es un borracho.',
  'former-addict': 'Habla un ex adicto.',
  relapser: 'Es una recaída crónica.',
  'relapse-word': 'Después de una recaída.',
  'addicted-baby': 'Los bebés adictos de entonces.',
  victim: 'Las víctimas de la adicción merecen más.',
  suffer: 'Quien sufre de adicción.',
  battle: 'Luchó contra el alcohol durante años.',
  'substance-abuse': 'Un programa de abuso de sustancias.',
  'abuse-verb': 'Cuando abusaba de las pastillas.',
  habit: 'Su hábito de consumo; el vicio.',
  'drug-problem': 'Tenía problemas de drogas.',
  'drug-of-choice': 'Su droga preferida.',
  mat: 'Ofrecemos tratamiento asistido con medicamentos.',
  replacement: '¿No es cambiar una droga por otra?',
  crutch: 'La metadona es solo una muleta.',
  'clean-time': '¿Cuánto tiempo lleva limpio?',
  'clean-test': 'Traiga una prueba limpia.',
  dirty: 'Jeringas sucias en el suelo.',
  'get-high': 'Las ganas de drogarse.',
  'fail-treatment': 'Fracasó en el tratamiento dos veces.',
  wagon: 'Volvió a las andadas.',
  'rock-bottom': 'Espere a que toque fondo.',
  'relapse-label': 'Entonces recayó.',
  cure: 'Hay una cura.',
  willpower: 'Solo hace falta fuerza de voluntad.',
  enabler: 'Deje de ser codependiente.',
  felon: 'Trabajo para exconvictos.',
  homeless: 'Ayuda para los sin techo.',
  'mh-label': 'Está loco.',
  suicide: 'Cometió suicidio.',
  streak: '¡Mantenga su racha!',
  nag: 'No olvide anotar cómo está.',
  must: 'Usted debe contestar.',
  minimise: 'Simplemente llámenos.',
  'confidential-claim': 'Es 100 % confidencial y cumple con HIPAA.',
  'outcome-claim': 'Con una alta tasa de éxito.',
  'scare-stat': 'El 90 % de las personas recae.',
};

describe.each([
  ['English', rules.en, english, 'src/i18n/test.md'],
  ['Spanish', rules.es, spanish, 'src/i18n/words-es.md'],
] as const)('in %s', (_language, all, examples, path) => {
  test('every rule has an example here', () => {
    expect(Object.keys(examples).sort()).toEqual(all.map((rule) => rule.id).sort());
  });

  test.each(Object.entries(examples))('%s: "%s" is found', (id, sentence) => {
    expect(found(`"${sentence}"`, path)).toContain(id);
  });
});

test('what English refuses, Spanish refuses too', () => {
  const severities = (of: typeof rules.en) => new Map(of.map(({ id, severity }) => [id, severity]));
  expect([...severities(rules.es)]).toEqual(expect.arrayContaining([...severities(rules.en)]));
});

test.each(['The #1 choice', 'success rate', 'We guarantee it'])('"%s" claims an outcome', (words) => {
  expect(found(words)).toEqual(['outcome-claim']);
});

test.each([
  'Healthy habits start small.',
  'Here is a map of the way.',
  'He was stopped for drunk driving.',
  'Alcoholics Anonymous meets in the library.',
  'Adult Children of\nAlcoholics meets on Sunday.',
  'The Substance Abuse and Mental Health Services Administration runs a helpline.',
  'The National Institute on Drug Abuse says so.',
  'Reset your password.',
  'No alcoholic beverages on the grounds, please.',
  'People who are addicted to opioids; addiction; addictive.',
  'Relapse prevention is a skill.',
  'Clean the kitchen after the supper, and bring clean clothes.',
  'App users can print the page.',
  'The battle of Gettysburg.',
  'A secure place to sit.',
])('"%s" is fine', (sentence) => {
  expect(found(sentence)).toEqual([]);
});

/** A sentence that each Spanish rule leaves alone, though it has its words. */
test.each([
  ['addict', 'La adicción es una enfermedad; hay medicamentos que no son adictivos.'],
  ['alcoholic', 'Alcohólicos Anónimos se reúne aquí. Sin bebidas alcohólicas. Una hepatitis alcohólica.'],
  ['abuser', 'Una persona que consume drogas.'],
  ['dependent', 'Depende de usted, y una persona dependiente de la tienda le ayuda.'],
  ['user', 'Escriba su nombre de usuario. Consumidores de café.'],
  ['junkie', 'Le pararon por manejar borracho. La marihuana.'],
  ['former-addict', 'Los exalumnos y las antiguas vecinas.'],
  ['relapser', 'Una hoja caída.'],
  ['relapse-word', 'Un plan de prevención de recaídas.'],
  ['addicted-baby', 'Los bebés nacidos en enero.'],
  ['victim', 'Víctimas de violencia en la pareja.'],
  ['suffer', 'Sufrió una caída en la escalera.'],
  ['battle', 'La batalla de Puebla. Pelea con su hermano.'],
  ['substance-abuse', 'El Instituto Nacional sobre el Abuso de Drogas lo dice. El abuso sexual.'],
  ['abuse-verb', 'No abuse de su paciencia.'],
  ['habit', 'Un buen hábito empieza pequeño: el hábito de caminar.'],
  ['drug-problem', 'Un problema con el carro. Problemas de sueño.'],
  ['drug-of-choice', 'Su canción preferida.'],
  ['mat', 'Llévelo al tapete. Tratamiento con medicamentos.'],
  ['replacement', 'La terapia de reemplazo de nicotina. Cambiar una llanta por otra.'],
  ['crutch', 'Camina con muletas. El medicamento va en el cajón. Las muletas, en el armario.'],
  ['clean-time', 'Lleve ropa limpia. Limpie la cocina. Un vaso limpio.'],
  ['clean-test', 'Una muestra de orina. Un plato limpio y otro sucio.'],
  ['dirty', 'Platos sucios en el fregadero.'],
  ['get-high', 'Dormir, cocinar, dar una vuelta.'],
  ['fail-treatment', 'Falló la luz. El programa termina el viernes.'],
  ['wagon', 'Volvió a casa y cayó en la cuenta.'],
  ['rock-bottom', 'El fondo del cajón. Tocar la guitarra.'],
  ['relapse-label', 'Volvió a consumir. La tarea recae en el equipo entero no hoy.'],
  ['cure', 'La locución y la curiosidad. Curar heridas. Una procuraduría.'],
  ['willpower', 'La voluntad de su abuela.'],
  ['enabler', 'Una persona independiente. El facilitador del grupo.'],
  ['felon', 'El correo llegó. Preso del tráfico.'],
  ['homeless', 'Personas sin hogar. La casa se quedó sin techo.'],
  ['mh-label', 'Local, colocar. Un brote psicótico. El trastorno bipolar.'],
  ['suicide', 'Murió por suicidio. Un intento de suicidio.'],
  ['streak', 'Una mala racha pasa. Vuelva a empezar cuando quiera.'],
  ['nag', 'No se preocupe si se olvida. Usted no ha hecho nada malo, dijo no.'],
  ['must', 'No tiene que explicar nada. Usted debe llamar al 911.'],
  ['minimise', 'Solo hoy. La facilidad de llegar.'],
  ['confidential-claim', 'Lo que se dice aquí es confidencial. El 100 % de los días.'],
  ['outcome-claim', 'Mucho éxito. El mejor programa para usted.'],
  ['scare-stat', 'El 90 % de las puertas.'],
])('%s leaves "%s" alone', (id, sentence) => {
  expect(found(sentence, 'src/i18n/words-es.md')).not.toContain(id);
});

describe('where it looks', () => {
  test('words of the interface are not refused in a guide', () => {
    expect(found('Some people count a streak.')).toEqual([]);
    expect(found("const text = 'Some people count a streak.';", 'src/tools/words.ts')).toEqual(['streak']);
  });

  test('a phrase that breaks over two lines is one phrase, and is reported where it begins', () => {
    const [finding] = checkWords('content/a.md', '# Title\n\nHelp with substance\nabuse is here.', rules);
    expect(finding).toMatchObject({ line: 3, word: 'substance abuse' });
  });

  test('in TypeScript it reads strings, with curly apostrophes, and neither names nor comments', () => {
    const code = "// an addict\nconst addict = `Hello ${name}, don’t forget`;\nimport x from './junkie.ts';";
    expect(checkWords('src/a.ts', code, rules).map(({ line, word }) => [line, word])).toEqual([
      [2, "don't forget"],
    ]);
  });

  test('in a component it reads text, labels and strings, and neither classes nor style', () => {
    const component = [
      "---\nconst note = 'an addict';\n---",
      '<p class="junkie" data-cure="cure">A relapser</p>',
      '<img alt="a junkie" src="/cure.svg">',
      '<style>.addict { color: red }</style>',
      '<script>\nconst cure = "rock bottom";\n</script>',
    ].join('\n');
    expect(found(component, 'src/a.astro')).toEqual(['addict', 'relapser', 'junkie', 'rock-bottom']);
  });

  test('in YAML it reads values, in SQL quoted words, and no comments', () => {
    expect(found('# addict\naddict: a junkie # cure', 'content/a.yml')).toEqual(['junkie']);
    expect(found("-- addict\ninsert into junkie values ('a cure')", 'supabase/seed/a.sql')).toEqual(['cure']);
  });

  test('Spanish text is read by Spanish rules, English text by English ones', () => {
    expect(found('An addict, un adicto', 'content/es/guides/a.mdx')).toEqual(['addict']);
    const word = (path: string, text: string) =>
      checkWords(path, text, rules).map(({ line, word }) => [line, word]);
    expect(word('content/en/a.mdx', 'An addict, un adicto')).toEqual([[1, 'addict']]);
    expect(word('content/es/a.mdx', 'An addict, un adicto')).toEqual([[1, 'adicto']]);
    expect(word('content/consents/es/a.md', 'An addict, un adicto')).toEqual([[1, 'adicto']]);
    expect(word('src/mails/words-es.ts', "export const es = { a: 'An addict, un adicto' };")).toEqual([
      [1, 'adicto'],
    ]);
  });

  test('of a dictionary the keys are English and the values Spanish', () => {
    const dictionary = [
      "export const say = spoken({ 'An addict, un adicto': 'A junkie, un drogadicto' });",
      "export const spanish = { 'A cure, una cura': 'rock bottom, toca fondo' } as const;",
      "const both = { en: 'un borracho, a relapser', es: 'a relapser, un borracho' };",
      "const other = 'An addict, un adicto';",
    ].join('\n');
    expect(checkWords('src/a/spanish.ts', dictionary, rules).map(({ line, word }) => [line, word])).toEqual([
      [1, 'addict'],
      [1, 'drogadicto'],
      [2, 'cure'],
      [2, 'toca fondo'],
      [3, 'relapser'],
      [3, 'borracho'],
      [4, 'addict'],
    ]);
  });

  test('in YAML what stands under es is Spanish, and in SQL what looks it', () => {
    const yaml =
      'a: an addict, un adicto\nes:\n  a: an addict,\n    un adicto\nb: a cure, una cura\nbEs: a cure, una cura';
    expect(checkWords('content/a.yml', yaml, rules).map(({ line, word }) => [line, word])).toEqual([
      [1, 'addict'],
      [4, 'adicto'],
      [5, 'cure'],
      [6, 'cura'],
    ]);
    const sql = "values ('help for an addict in the town', 'ayuda para un adicto en el pueblo')";
    expect(checkWords('supabase/seed/a.sql', sql, rules).map(({ word }) => word)).toEqual([
      'addict',
      'adicto',
    ]);
  });

  test("a person's own words in a block quote are theirs", () => {
    expect(found('> My name is Sam and I am an alcoholic.\n\nSaid an alcoholic.')).toEqual(['alcoholic']);
  });

  test.each(['<!-- lint-ok: cure -->', '{/* lint-ok: willpower, cure */}'])(
    '%s excuses the next line only',
    (mark) => {
      expect(found(`${mark}\nA cure.\nA cure.`)).toEqual(['cure']);
      expect(found(`${mark}\nAn addict.`)).toEqual(['addict']);
    },
  );

  test('an explanation says where, what, and what to say instead', () => {
    expect(checkWords('content/a.md', 'an addict', rules).map(explain)).toEqual([
      'content/a.md:1: error: "addict": a person with a substance use disorder; a person with an addiction (addict)',
    ]);
  });
});
