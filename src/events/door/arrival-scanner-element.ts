import { codeReader, type ReadCode } from './read-code.ts';

/**
 * Reads codes with the camera. Pictures stay on this device: each is looked at and dropped. Says what it read
 * with an `arrival-code` event.
 */
class ArrivalScanner extends HTMLElement {
  #stream: MediaStream | null = null;
  #read: Promise<ReadCode> | null = null;
  #last = { code: '', at: 0 };

  connectedCallback() {
    this.#button('start')?.addEventListener('click', () => void this.#start());
    this.#button('stop')?.addEventListener('click', () => this.#stop());
    // fetched while there is a signal, to be there when there is none
    const fetchAhead = () => void this.#reader().catch(() => (this.#read = null));
    if ('requestIdleCallback' in window) requestIdleCallback(fetchAhead);
    else setTimeout(fetchAhead, 2000);
  }

  disconnectedCallback() {
    this.#stop();
  }

  #button = (name: string) => this.querySelector<HTMLButtonElement>(`[data-camera="${name}"]`);
  #reader = () => (this.#read ??= codeReader());

  #say(words: string) {
    const said = this.querySelector('.camera-said');
    if (said) said.textContent = words;
  }

  async #start() {
    try {
      const read = await this.#reader();
      this.#stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: 'environment', width: { ideal: 1280 } },
      });
      const video = this.#show(true);
      video.srcObject = this.#stream;
      await video.play();
      this.#say('Hold the code into the picture. Pictures stay on this device.');
      void this.#look(video, read);
    } catch {
      this.#stop();
      this.#read = null;
      this.#say('The camera cannot be used here, or was not allowed. Find people by name instead.');
    }
  }

  #stop() {
    for (const track of this.#stream?.getTracks() ?? []) track.stop();
    this.#stream = null;
    this.#show(false).srcObject = null;
    this.#say('');
  }

  #show(running: boolean): HTMLVideoElement {
    const [start, stop, video] = [this.#button('start'), this.#button('stop'), this.querySelector('video')];
    if (!start || !stop || !video) throw new Error('The scanner is without its parts');
    start.hidden = running;
    stop.hidden = video.hidden = !running;
    return video;
  }

  async #look(video: HTMLVideoElement, read: ReadCode) {
    while (this.#stream) {
      const code = read(video);
      // the same code stays in the picture for a while
      if (code && (code !== this.#last.code || Date.now() - this.#last.at > 4000)) {
        this.dispatchEvent(new CustomEvent('arrival-code', { detail: code, bubbles: true }));
      }
      if (code) this.#last = { code, at: Date.now() };
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
}
customElements.define('arrival-scanner', ArrivalScanner);
