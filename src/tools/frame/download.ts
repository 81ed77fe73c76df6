/** Hands the person a file that was made on their device. */
export function download(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // some browsers read it only after the press
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
