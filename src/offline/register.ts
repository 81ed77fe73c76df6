/**
 * Runs on every page for visitors, so it is small: what is said to a person (words/) comes when the worker has
 * something to say.
 */

const container = navigator.serviceWorker as ServiceWorkerContainer | undefined;

// What the page itself needs comes first. While one writes the site, what lies in a cache is always wrong.
if (container && import.meta.env.PROD)
  addEventListener('load', async () => {
    container.onmessage = ({ data }) => {
      const script = document.createElement('script');
      script.src = '/site-words.js';
      script.dataset['said'] = data;
      document.head.append(script);
    };
    try {
      await container.register('/service-worker.js', { updateViaCache: 'none' });
      (await container.ready).active?.postMessage({ say: 'here' });
    } catch {
      // the browser keeps nothing: the site is as it was
    }
  });
