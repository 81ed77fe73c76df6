/** What the unlock form says. Apart from the frame's words, because it comes only where there is a lock. */
export const unlockWords = {
  opening: 'Opening. This takes a moment.',
  wrong: 'That is not the passphrase. Look at capitals and spaces, and try again.',
};
