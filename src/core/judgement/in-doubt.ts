/** A pair is in doubt below this gap (nats): from here on its answer is worth reading against the article. */
export const IN_DOUBT = -0.25;

export function isInDoubt({ quals }: { readonly quals: number }): boolean {
  return quals < IN_DOUBT;
}
