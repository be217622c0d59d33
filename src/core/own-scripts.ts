/**
 * Trusted Types: the browser starts no script from a text that this did not pass (page-headers.ts), and this passes
 * scripts of the page's own origin alone: its worker, the threads of ONNX Runtime, the service worker.
 */
interface Scope {
  readonly location: { readonly origin: string };
  /** Browsers without Trusted Types ask nobody. */
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): unknown;
  };
}

/** `originOf` reads a URL as `scope` would. Called once, before the first script is started. */
export function trustOwnScripts(scope: Scope, originOf: (url: string) => string): void {
  scope.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (originOf(url) !== scope.location.origin) throw new TypeError(`${url} is not of this page's origin.`);
      return url;
    },
  });
}
