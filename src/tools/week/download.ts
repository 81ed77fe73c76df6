/** Gives the person a file that was made on the device. */
export function download(name: string, type: string, content: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  // a browser may still be reading it when the click returns
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
