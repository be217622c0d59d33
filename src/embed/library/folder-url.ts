/** The absolute address of a folder; relative ones belong to the document. A missing slash at the end is added. */
export function folderUrl(address: string | URL): URL {
  const url = new URL(address, document.baseURI);
  if (address === '') return new URL('.', url);
  if (!url.pathname.endsWith('/')) url.pathname += '/';
  return url;
}
