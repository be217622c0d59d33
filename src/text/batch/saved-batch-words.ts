/** Words about a batch that is made of saved results. */

/** Why a row has no score in the batch. */
export function otherMethod(method: string): string {
  return `Scored with ${method}, another method than the first result of the file. Its score does not compare with the others. Open this result from a file that holds it alone.`;
}
