/** Said when the timer itself does not come, as without a connection. */
export const notLoaded = 'The timer did not load. The breath, the list and the numbers here work without it.';
