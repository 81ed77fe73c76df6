import { spoken } from '#i18n/spoken.ts';

/** What scripts of a meeting's panel write. */
export const spanish = {
  Save: 'Guardar',
  Saved: 'Guardada',
  '{count} meetings are saved, and that is the most. Remove one on “My week” first.':
    'Hay {count} reuniones guardadas y no caben más. Primero quite una en “Mi semana”.',
  'This browser does not keep things. You can print this page, or add it to your calendar.':
    'Este navegador no guarda nada. Puede imprimir esta página o agregarla a su calendario.',
  'That is {time}, your time': 'Es decir: {time}, su hora',
  'Copied.': 'Copiado.',
  'The link is copied.': 'El enlace está copiado.',
  'This browser does not copy. Here it is: {text}': 'Este navegador no copia. Aquí está: {text}',
} as const;

export const panelSpeak = spoken({
  ...spanish,
  'One of our own groups.': 'Es uno de nuestros grupos.',
  'One of our own groups. We last confirmed it on {date}.':
    'Es uno de nuestros grupos. Lo confirmamos por última vez el {date}.',
  'From: {name}.': 'De: {name}.',
  'We last read their list on {date}.': 'Leímos su lista por última vez el {date}.',
  'They do not say when they last confirmed it.': 'No dicen cuándo la confirmaron por última vez.',
  'Last confirmed there on {date}.': 'Allí la confirmaron por última vez el {date}.',
  'Join with {service}': 'Entrar por {service}',
  ', then ': ', luego ',
  'Dial {number}': 'Marcar {number}',
  'Dial {number}, then {codes}': 'Marque {number}, luego {codes}',
  'The phone then dials {codes} for you.': 'Después, el teléfono marca {codes} por usted.',
  'How to get in': 'Cómo entrar',
  'How to get in: {name}': 'Cómo entrar: {name}',
  'The meeting': 'La reunión',
  'Please keep this to yourself: the group asks that it is not passed around.':
    'Por favor, no lo comparta: el grupo pide que no circule.',
  'We do not list this meeting any more. [See what is listed](/meetings/).':
    'Esta reunión ya no está en nuestra lista. [Vea las que hay](/meetings/).',
  'You can also call us:': 'También puede llamarnos:',
  'Too many tries from here. Wait a few minutes, or call us':
    'Demasiados intentos desde aquí. Espere unos minutos o llámenos',
  'This cannot be shown right now': 'Esto no se puede mostrar ahora',
  'My week': 'Mi semana',
  Share: 'Compartir',
  'Copy the details': 'Copiar los detalles',
  'Something wrong?': '¿Algo está mal?',
  'Add to my calendar': 'Agregar a mi calendario',
  'Others may see your calendar. So the entry says “Weekly group”, unless you choose its real name.':
    'Otras personas pueden ver su calendario. Por eso dice “Grupo semanal”, a menos que elija el nombre real.',
  'Add it as “Weekly group”': 'Agregarla como “Grupo semanal”',
  'Add it with its real name': 'Agregarla con su nombre real',
  'Subscribe, so that changes arrive by themselves': 'Suscribirse, para recibir los cambios sin hacer nada',
  Group: 'Grupo',
  Kind: 'Tipo',
  'Who opens': 'Quién abre',
  'Good to know': 'Conviene saber',
  How: 'Cómo',
  Where: 'Dónde',
  'Copy the address': 'Copiar la dirección',
  'Next dates': 'Próximas fechas',
  'Next:': 'La próxima:',
  'Show how to get in': 'Mostrar cómo entrar',
  'Open in your map app': 'Abrir en su aplicación de mapas',
  'We do not list this meeting': 'Esta reunión no está en nuestra lista',
  'It may have moved or stopped, or the address was cut short.':
    'Quizá cambió de lugar o dejó de reunirse, o la dirección se copió incompleta.',
  'See what is coming': 'Ver las próximas reuniones',
  'See what is online': 'Ver las reuniones en línea',
  'Call us, and we look with you:': 'Llámenos y la buscamos con usted:',
  'All meetings': 'Todas las reuniones',
});
