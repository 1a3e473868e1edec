/** Gives bytes to the reader as a file, by the browser's own download. */
export function saveFile(bytes: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // The download has begun with the click; a moment for browsers that read the bytes later.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
