/** Starts a browser download of a file. The URL lives long enough for slow browsers to read it. */
const URL_LIVES_FOR = 60_000;

export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), URL_LIVES_FOR);
}
