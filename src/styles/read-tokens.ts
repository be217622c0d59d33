/** Reads colours and fonts out of the text of tokens.css, which is their one home. */
export type Theme = 'light' | 'dark';

/** `#rrggbb`. Throws RangeError for a colour that the sheet does not declare for both themes. */
export function readColour(css: string, name: string, theme: Theme): string {
  const [, light, dark] = new RegExp(`--q-${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`).exec(css) ?? [];
  const value = theme === 'light' ? light : dark;
  if (value === undefined) throw new RangeError(`tokens.css declares no colour --q-${name}.`);
  return value;
}

/** A font stack. Throws RangeError for a font that the sheet does not declare. */
export function readFont(css: string, name: string): string {
  const stack = new RegExp(`--q-${name}: ([^;]+);`).exec(css)?.[1];
  if (stack === undefined) throw new RangeError(`tokens.css declares no font --q-${name}.`);
  return stack;
}
