import { spoken } from '#i18n/spoken.ts';

/** What the scripts of the page of everything that is here say by themselves. */
export const spanish = {
  '{count} line': '{count} línea',
  '{count} lines': '{count} líneas',
  'What is in it ({lines})': 'Lo que contiene ({lines})',
  'Changed {day}.': 'Cambió el {day}.',
  'It does not say when it was changed.': 'No dice cuándo cambió.',
  'Nothing is kept on this device.': 'No hay nada guardado en este aparato.',
  'This browser does not keep things, so there is nothing here.':
    'Este navegador no guarda cosas, así que aquí no hay nada.',
  'A newer version of this site wrote this. Load the page again to see it. A saved copy has it in full.':
    'Esto lo escribió una versión más nueva de este sitio. Vuelva a cargar la página para verlo. Una copia guardada lo tiene completo.',
  'This cannot be read here. A saved copy has it as it is.':
    'Esto no se puede leer aquí. Una copia guardada lo tiene como está.',
  'This page does not know what this is. A saved copy has it as it is.':
    'Esta página no sabe qué es esto. Una copia guardada lo tiene como está.',
  'Put aside: {name}, which could not be read when something new was written':
    'Puesto aparte: {name}, que no se pudo leer cuando se escribió algo nuevo',
  'Erase “{title}” from this device?': '¿Borrar “{title}” de este aparato?',
  'Erase {title}': 'Borrar: {title}',
  '{title}: erased from this device.': '{title}: borrado de este aparato.',
  'For staff: {count} press at the door of an event is not sent yet. Send first, then erase: what is erased here is lost.':
    'Para el equipo: {count} registro en la puerta de un evento todavía no se envía. Primero envíe y luego borre: lo que se borra aquí se pierde.',
  'For staff: {count} presses at the door of an event are not sent yet. Send first, then erase: what is erased here is lost.':
    'Para el equipo: {count} registros en la puerta de un evento todavía no se envían. Primero envíe y luego borre: lo que se borra aquí se pierde.',
  'my-notes.json': 'mis-notas.json',
  'The copy was saved as {file}. Anyone who opens that file can read it.':
    'La copia se guardó como {file}. Cualquiera que abra ese archivo puede leerla.',
  'There is nothing here to save.': 'Aquí no hay nada que guardar.',
  'Brought back: {count}.': 'Recuperado: {count}.',
  'This browser does not keep things, so nothing was brought back.':
    'Este navegador no guarda cosas, así que no se recuperó nada.',
  'Not brought back: {titles}.': 'No se recuperó: {titles}.',
  'This file is larger than 5 MB, so it is no copy that this page saved. Nothing was changed.':
    'Este archivo tiene más de 5 MB, así que no es una copia que haya guardado esta página. No se cambió nada.',
  'This file is no copy that this page saved, or it is broken. Nothing was changed. Look for “{file}”.':
    'Este archivo no es una copia que haya guardado esta página, o está dañado. No se cambió nada. Busque “{file}”.',
  'A newer version of this site saved this copy. Load the page again, and then choose the file once more.':
    'Una versión más nueva de este sitio guardó esta copia. Vuelva a cargar la página y elija otra vez el archivo.',
  'There is nothing in this copy. Nothing was changed.': 'Esta copia no tiene nada. No se cambió nada.',
  'Left out: a newer version of this site wrote it.':
    'Queda fuera: lo escribió una versión más nueva de este sitio.',
  'Left out: it is not written the way this site writes it.':
    'Queda fuera: no está escrito como lo escribe este sitio.',
  'Left out: this site does not know it.': 'Queda fuera: este sitio no lo conoce.',
  'changed {day}': 'cambió el {day}',
  'Comes back: {what}.': 'Se recupera: {what}.',
  'Comes back: {what}. There is one here. “Add” makes one of the two.':
    'Se recupera: {what}. Aquí ya hay uno. “Agregar” hace uno de los dos.',
  'Comes back: {what}. There is one here, and this takes its place.':
    'Se recupera: {what}. Aquí ya hay uno, y este toma su lugar.',
  'This device may keep what you write.': 'Este aparato puede guardar lo que escribe.',
  'You are asked before the first thing is kept.': 'Se le pregunta antes de guardar la primera cosa.',
  'In this tab, nothing new is kept. What is listed above stays until you erase it.':
    'En esta pestaña no se guarda nada nuevo. Lo que está en la lista de arriba se queda hasta que lo borre.',
  'This browser does not keep things. A private window may be the reason.':
    'Este navegador no guarda cosas. Puede ser por una ventana privada.',
  'The browser promised not to clear it away by itself.': 'El navegador prometió no borrarlo por su cuenta.',
  'The browser may clear it away by itself when space runs short, or when you have not been here for a while. A saved copy or a printout is safer.':
    'El navegador puede borrarlo por su cuenta cuando falte espacio, o si usted no viene por un tiempo. Una copia guardada o impresa es más segura.',
  'The lock is on, and open in this tab.': 'El candado está puesto, y abierto en esta pestaña.',
  'There is no lock.': 'No hay candado.',
  'This takes a moment.': 'Tarda un momento.',
  'The two are not the same. Type it once more.': 'Las dos no son iguales. Escríbala otra vez.',
  'Choose at least 8 characters. A few words are easy to remember.':
    'Elija por lo menos 8 caracteres. Unas cuantas palabras son fáciles de recordar.',
  'This browser cannot lock what is kept here. Nothing was changed.':
    'Este navegador no puede cerrar lo que hay aquí. No se cambió nada.',
  'The lock is off. What is kept here can be read by whoever opens this browser.':
    'Se quitó el candado. Quien abra este navegador puede leer lo que hay aquí.',
  'From now on the new passphrase opens it.': 'Desde ahora se abre con la nueva contraseña.',
  'Take the lock off? Whoever opens this browser can then read what is kept here.':
    '¿Quitar el candado? Quien abra este navegador podrá leer lo que hay aquí.',
  'Erase everything that this site keeps on this device? It cannot be brought back.':
    '¿Borrar todo lo que este sitio guarda en este aparato? No se puede recuperar.',
  '{count} press at the door of an event is not sent yet and will be lost.':
    '{count} registro en la puerta de un evento todavía no se envía y se va a perder.',
  '{count} presses at the door of an event are not sent yet and will be lost.':
    '{count} registros en la puerta de un evento todavía no se envían y se van a perder.',
  'Everything is erased. This site keeps nothing on this device.':
    'Se borró todo. Este sitio no guarda nada en este aparato.',
  'Something could not be erased. Close the other tabs with this site, and press again.':
    'Algo no se pudo borrar. Cierre las otras pestañas con este sitio y presione otra vez.',
  'Saved meetings': 'Reuniones guardadas',
  'How far you look for meetings': 'Hasta qué distancia busca reuniones',
  'Light or dark pages': 'Páginas claras u oscuras',
  Dark: 'Oscuras',
  Light: 'Claras',
} as const;

export const myDataSpeak = spoken({
  ...spanish,
  'What is on this device': 'Qué hay en este aparato',
  'See, save, print or erase what this site keeps in your browser.':
    'Vea, guarde, imprima o borre lo que este sitio guarda en su navegador.',
  Tools: 'Herramientas',
  'What you write in the tools stays in this browser. We can’t see it. Here you can read all of it, take it with you, or erase it.':
    'Lo que escribe en las herramientas se queda en este navegador. No podemos verlo. Aquí puede leerlo todo, llevárselo o borrarlo.',
  'What you send with a form is not here: [What leaves this device](/my-data/what-leaves/).':
    'Lo que envía con un formulario no está aquí: [Qué sale de este aparato](/my-data/what-leaves/).',
  'Your browser has scripts switched off, so this site keeps nothing on this device now. If it did before, clearing this site’s data in the browser’s settings removes it.':
    'Su navegador tiene desactivado JavaScript, así que ahora este sitio no guarda nada en este aparato. Si antes guardó algo, se quita al borrar los datos de este sitio en los ajustes del navegador.',
  'On this device': 'En este aparato',
  'Erase everything': 'Borrar todo',
  'All that this site keeps in this browser, in one press: notes, plans, saved meetings, choices. Nobody can bring it back. A copy in a file, a printout and the browser’s history are not touched.':
    'Todo lo que este sitio guarda en este navegador, de una vez: notas, planes, reuniones guardadas, opciones. Nadie puede recuperarlo. No toca las copias en archivo, las hojas impresas ni el historial del navegador.',
  'Whether this device keeps things': 'Si este aparato guarda cosas',
  'Keep things on this device': 'Guardar cosas en este aparato',
  'Keep nothing new in this tab': 'No guardar nada nuevo en esta pestaña',
  'Ask the browser to hold on to it': 'Pedir al navegador que lo conserve',
  'A passphrase': 'Una contraseña',
  'You can lock what is kept here. It keeps a curious person out. It does not stop someone who watches you type, or who runs this phone. Saved meetings and the choice of light or dark stay open.':
    'Puede cerrar con candado lo que hay aquí. Detiene a una persona curiosa. No detiene a quien le ve escribir, ni a quien controla este teléfono. Las reuniones guardadas y la opción de páginas claras u oscuras quedan abiertas.',
  '**If you forget it, nobody can get your notes back.** You can then only erase them and begin again. Save or print a copy first.':
    '**Si la olvida, nadie puede recuperar sus notas.** Entonces solo puede borrarlas y empezar de nuevo. Antes guarde o imprima una copia.',
  'Passphrase, 8 characters or more': 'Contraseña, de 8 caracteres o más',
  'The same once more': 'La misma otra vez',
  'Lock with this passphrase': 'Cerrar con esta contraseña',
  'Change the passphrase': 'Cambiar la contraseña',
  'Lock it again': 'Volver a cerrar',
  'Take the lock off': 'Quitar el candado',
  'Take it with you': 'Llévelo con usted',
  'A copy helps when you change phones, or when the browser loses what it keeps. **Anyone who opens the file can read it**, and so can anyone who finds the paper.':
    'Una copia ayuda cuando cambia de teléfono, o cuando el navegador pierde lo que guarda. **Cualquiera que abra el archivo puede leerlo**, y también quien encuentre el papel.',
  'Save a copy': 'Guardar una copia',
  'Print all of it': 'Imprimir todo',
  'Bring a copy back': 'Recuperar una copia',
  'The file that was saved here: my-notes.json': 'El archivo que se guardó aquí: mis-notas.json',
  'This is in the file. Nothing is changed yet.': 'Esto hay en el archivo. Todavía no cambia nada.',
  'Add it to what is here': 'Agregarlo a lo que hay aquí',
  'Replace what is here with it': 'Reemplazar con él lo que hay aquí',
  'Leave it': 'Dejarlo',
  '“Replace” changes only what is in the file. Everything else here stays.':
    '“Reemplazar” cambia solo lo que hay en el archivo. Todo lo demás se queda.',
});
