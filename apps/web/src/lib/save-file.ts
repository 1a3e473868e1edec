/** Downloads bytes as a file. */
export function saveFile(bytes: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(bytes);
  link.download = name;
  link.click();
  // Some browsers read the bytes only after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
