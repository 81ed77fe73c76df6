/** Reads QR codes out of pictures, on this device. */

export type ReadCode = (video: HTMLVideoElement) => string | null;

/** Wide enough for a code on a phone at arm's length, small enough for an old one to read six times a second. */
const pictureWidth = 720;

/** Fetches the decoder, which is too big to come with every page. */
export async function codeReader(): Promise<ReadCode> {
  const { decodeQR } = await import('qr/decode.js');
  const canvas = document.createElement('canvas');
  const drawing = canvas.getContext('2d', { willReadFrequently: true });
  return (video) => {
    if (!drawing || video.videoWidth === 0) return null;
    const scale = Math.min(1, pictureWidth / video.videoWidth);
    canvas.width = Math.round(video.videoWidth * scale);
    canvas.height = Math.round(video.videoHeight * scale);
    drawing.drawImage(video, 0, 0, canvas.width, canvas.height);
    try {
      return decodeQR(drawing.getImageData(0, 0, canvas.width, canvas.height));
    } catch {
      // most pictures show no code
      return null;
    }
  };
}
