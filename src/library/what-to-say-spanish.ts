import { spoken } from '#i18n/spoken.ts';

/** What to say to somebody in recovery, as it is said in a family: to a sister, and not to a stranger. */
export const whatToSaySpeak = spoken({
  'What to say, and what to leave unsaid': 'Qué decir, y qué callar',
  When: 'Cuando',
  'You could say': 'Puede decir',
  'Leave out': 'Mejor no diga',

  'They come home': 'Vuelve a casa',
  '“It’s good to have you here. What would make this week easier?”':
    '“Qué bueno tenerte aquí. ¿Qué te haría más fácil esta semana?”',
  '“So, are you fixed?”': '“¿Y qué, ya te curaron?”',
  'They are asking themselves that already.': 'Es lo que ya se pregunta por dentro.',

  'They want to use, and tell you': 'Quiere consumir, y se lo dice',
  '“Thank you for telling me. Shall we walk, or call someone?”':
    '“Gracias por decírmelo. ¿Caminamos, o llamamos a alguien?”',
  '“After all of this?”': '“¿Después de todo esto?”',
  'It ends the telling, and not the urge.': 'Acaba con la confianza, y no con las ganas.',

  'They have used': 'Ha consumido',
  '“Are you safe? I’m glad you told me. What do you need tonight?”':
    '“¿Corres peligro? Qué bueno que me lo dijiste. ¿Qué necesitas esta noche?”',
  '“I knew it.”': '“Lo sabía”.',
  'Shame makes the next call harder to make.': 'Con la vergüenza, la próxima llamada cuesta más.',

  'They are late, and you are scared': 'Llega tarde, y usted tiene miedo',
  '“I was scared when I didn’t hear from you. Would you text me next time?”':
    '“Me asusté al no saber de ti. ¿Me mandas un texto la próxima vez?”',
  '“Where were you? Show me your phone.”': '“¿Dónde andabas? Enséñame tu teléfono”.',
  'A search gets you a secret. A wish may get you a text.':
    'Si revisa, habrá secretos. Si pide, quizá llegue un texto.',

  'They take a medicine': 'Toma una medicina',
  '“Shall I drive you to pick it up?”': '“¿Te llevo a recogerla?”',
  '“When do you come off that?”': '“¿Y eso cuándo lo vas a dejar?”',
  'It is part of getting well. When to stop is up to them and a doctor.':
    'Es parte de mejorar. Cuándo dejarla lo decide esa persona con su médico.',

  'They ask for cash': 'Le pide dinero',
  '“I don’t give cash. I’ll go to the shop with you.”': '“Dinero no doy. Pero te acompaño a la tienda”.',
  '“You’ll only spend it on that.”': '“Te lo vas a gastar en eso”.',
  'A limit is about you. It needs no guess about them.':
    'Un límite trata de usted. No hace falta adivinar nada de la otra persona.',

  'It goes well': 'Todo va bien',
  '“You laughed a lot today. I liked it.”': '“Hoy te reíste mucho. Me gustó”.',
  '“Let’s see how long it lasts.”': '“A ver cuánto dura”.',
  'Good days need a witness, too.': 'Los buenos días también necesitan testigos.',

  'You don’t know what to say': 'No sabe qué decir',
  '“I don’t know what to say. I’m here.”': '“No sé qué decir. Aquí estoy”.',
  'Nothing, for weeks.': 'Nada, por semanas.',
  'Silence gets filled with the worst.': 'El silencio se llena de lo peor.',
});
