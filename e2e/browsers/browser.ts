/** What a journey needs of a browser. Clicks and keys are the browser's own input, not events that a script sends. */
export interface Browser {
  open(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Runs a function in the page. It sees nothing of this file; arguments and result are JSON. */
  read<A extends readonly unknown[], T>(script: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Runs a classic script in the page, also where the page's own policy would refuse it. */
  runScript(source: string): Promise<void>;
  /** Scrolls to the element and clicks its middle. */
  click(selector: string): Promise<void>;
  /** One key, or several that are held together. */
  press(...keys: Key[]): Promise<void>;
  type(text: string): Promise<void>;
  /** The page's errors so far, as the browser's console has them. */
  complaints(): Promise<readonly string[]>;
  quit(): Promise<void>;
}

export type Key = 'Tab' | 'Enter' | 'Escape' | 'ArrowRight' | 'Control' | 'Shift' | 'a';

export type OpenBrowser = () => Promise<Browser>;
