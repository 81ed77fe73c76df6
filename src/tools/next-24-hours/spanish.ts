import { spoken } from '#i18n/spoken.ts';

/** The eight steps, under the names that the guide has for them. */
export const stepsSpeak = spoken({
  'Is anyone in danger?': '¿Hay alguien en peligro?',
  'Stopping all at once can be dangerous': 'Dejarlo de golpe puede ser peligroso',
  'Your body has changed': 'Su cuerpo ha cambiado',
  'Tell one person': 'Dígaselo a una persona',
  'Call us. No lecture.': 'Llámenos. Sin sermones.',
  'Ask before you take your medicine again': 'Pregunte antes de tomar otra vez su medicina',
  Tonight: 'Esta noche',
  'What this is not': 'Lo que esto no es',
  'The steps': 'Los pasos',
  'Step {number} of {all}': 'Paso {number} de {all}',
  'More about this step': 'Más sobre este paso',
  Back: 'Atrás',
  Next: 'Siguiente',
  'Won’t wake. Not breathing well. Blue or gray lips. A seizure. Chest pain.':
    'No despierta. No respira bien. Labios azules o grises. Una convulsión. Dolor en el pecho.',
  'Give naloxone, even if you are not sure. [Each step, drawn](/help/naloxone/).':
    'Dé naloxona, aunque no tenga certeza. [Cada paso, en dibujos](/help/naloxone/).',
  'Thinking of ending your life? A person answers, now.':
    '¿Piensa en quitarse la vida? Una persona le contesta, ahora.',
  'No one in danger? Then go on.': '¿Nadie en peligro? Entonces siga.',
  'Did you drink, or take benzos, every day? Do not stop alone. Ask a doctor, or us.':
    '¿Bebía, o tomaba benzos, todos los días? No lo deje sin ayuda. Pregunte en un consultorio médico, o a nosotros.',
  'You shake and can’t stop. You sweat a lot. You see things. Or you have had a seizure. Go to the emergency room, or call:':
    'Tiembla y no puede parar. Suda mucho. Ve cosas que no están. O tuvo una convulsión. Vaya a la sala de emergencias, o llame:',
  'What you once took can now be too much. Try not to be alone tonight.':
    'Lo que antes tomaba ahora puede ser demasiado. Trate de estar con alguien esta noche.',
  'Naloxone goes where others can see it. Do not mix.': 'La naloxona va donde otros la vean. No mezcle.',
  'Alone, and you may use? A person stays on the line with you. They send help if you stop answering.':
    '¿No hay nadie con usted, y puede que consuma? Una persona se queda en la línea. Manda ayuda si usted deja de contestar.',
  'One is enough. Read this out, or send it:': 'Con una basta. Lea esto en voz alta, o mándelo:',
  '“I used. I’m safe right now. Can you stay with me, or stay on the phone?”':
    '“Consumí. Ahora mismo estoy a salvo. ¿Te puedes quedar conmigo, o seguir en el teléfono?”',
  'A person picks up, {hours}. They ask if you are safe, and what you need today.':
    'Contesta una persona, {hours}. Le pregunta si está a salvo y qué necesita hoy.',
  'You do not lose your place. We do not tell your job or your family, unless you say yes in writing.':
    'No pierde su lugar. No le decimos nada a su trabajo ni a su familia, a menos que usted lo autorice por escrito.',
  'At other hours:': 'A otras horas:',
  'Then us, when it is light.': 'Luego a nosotros, cuando amanezca.',
  'Do you take medicine for alcohol or opioids? Ask before the next dose. Call who prescribes it, or a pharmacist.':
    '¿Toma medicina para el alcohol o los opioides? Pregunte antes de la próxima dosis. Llame a quien la receta, o a una farmacia.',
  '“I take this medicine. I used last night. What should I do about my next dose?”':
    '“Tomo esta medicina. Anoche consumí. ¿Qué hago con mi próxima dosis?”',
  'Had a monthly shot? Using more to get past it is very dangerous.':
    '¿Le pusieron una inyección mensual? Consumir más para vencerla es muy peligroso.',
  'Drink water. Eat something small.': 'Tome agua. Coma algo ligero.',
  'Be somewhere safe. A couch counts.': 'Esté en un lugar seguro. Un sofá cuenta.',
  'Ask someone to take what is left out of the house.': 'Pida a alguien que saque de la casa lo que queda.',
  '[One meeting](/meetings/). Camera off is fine.':
    '[Una reunión](/meetings/). Con la cámara apagada está bien.',
  'Then lie down. Sleep may come.': 'Después acuéstese. Quizá llegue el sueño.',
  'If the urge comes back: [ride it out](/tools/urge-timer/).':
    'Si vuelven las ganas: [déjelas pasar](/tools/urge-timer/).',
  'It is not failure. It does not erase the days you had. They still count.':
    'No es un fracaso. No borra los días que tuvo. Siguen contando.',
  'You looked for help, and you went through this. That counts as well.':
    'Buscó ayuda, y llegó hasta aquí. Eso también cuenta.',
  'When you can, [come back to us](/help/the-door-is-open/). Next: [the week after](/guides/the-next-week/), with no blame.':
    'Cuando pueda, [vuelva con nosotros](/help/the-door-is-open/). Luego: [la semana que sigue](/guides/the-next-week/), sin culpas.',
});
