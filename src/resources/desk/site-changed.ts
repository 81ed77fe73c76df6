/** Has the site built anew after something on it changed. Stands until the room that publishes is there to be asked. */
export const siteChanged = (): Promise<void> => Promise.resolve();
