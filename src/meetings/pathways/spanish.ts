import { spoken } from '#i18n/spoken.ts';

/** What the page of fellowships and pathways says around them; what each is stands in content/es/pathways.yml. */
export const pathwaysSpeak = spoken({
  'Fellowships and pathways': 'Comunidades y caminos',
  'Ways that people walk together, side by side: what each is, whom it is for, and where it meets.':
    'Caminos que la gente recorre en compañía, uno junto a otro: qué es cada uno, para quién es y dónde se reúne.',
  'All meetings': 'Todas las reuniones',
  'Print this page': 'Imprimir esta página',
  'There are many ways, and no way ranks above another. Try some, mix them, change your mind. They stand here by name.':
    'Hay muchos caminos, y ninguno vale más que otro. Pruebe varios, combínelos, cambie de idea. Aquí están por orden alfabético.',
  'New to all this? Read about [your first meeting](/meetings/first-meeting/). Medicine is welcome on every path, and what you take is between you and whoever prescribes it.':
    '¿Todo esto es nuevo para usted? Lea cómo es [su primera reunión](/meetings/first-meeting/). Los medicamentos son bienvenidos en todos los caminos, y lo que usted toma queda entre usted y quien lo receta.',
  'We wrote these words ourselves, from what each fellowship says of itself. Links to their own lists leave this site, and do not tell them where you came from.':
    'Estas palabras son nuestras, a partir de lo que cada comunidad dice de sí misma. Los enlaces a sus propias listas salen de este sitio y no les dicen de dónde viene usted.',
  '{count} of the {all} texts has not been compared with its source yet.':
    '{count} de los {all} textos todavía no se ha comparado con su fuente.',
  '{count} of the {all} texts have not been compared with their source yet.':
    '{count} de los {all} textos todavía no se han comparado con su fuente.',
  '{count} of the links comes from another page, and nobody here has opened it yet. If it leads nowhere, tell us.':
    '{count} de los enlaces viene de otra página, y aquí todavía nadie lo ha abierto. Si no lleva a ninguna parte, díganos.',
  '{count} of the links come from other pages, and nobody here has opened them yet. If one leads nowhere, tell us.':
    '{count} de los enlaces vienen de otras páginas, y aquí todavía nadie los ha abierto. Si alguno no lleva a ninguna parte, díganos.',
  'Where this comes from': 'De dónde viene esto',
  ', compared': ', comparado el',
  For: 'Para quién',
  'A meeting': 'Una reunión',
  Faith: 'Fe',
  Cost: 'Costo',
  'Free. A basket or a link for gifts may go round.':
    'Gratis. Quizás pase una canasta o un enlace para dar algo.',
  'In our list: {count}': 'En nuestra lista: {count}',
  'Its own list of meetings': 'Su propia lista de reuniones',
  'of {name}, on another site': 'de {name}, en otro sitio',
});
