/** Characters that reorder a text on the screen, so that it reads differently from what it says (Unicode TR 36, bidirectional text spoofing). */
const CONTROLS = /[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/gu;

export function countControls(text: string): number {
  return text.match(CONTROLS)?.length ?? 0;
}

/** Each as its code: ⟨U+202E⟩. */
export function withVisibleControls(text: string): string {
  return text.replace(
    CONTROLS,
    (control) => `⟨U+${control.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`,
  );
}
