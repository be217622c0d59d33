/**
 * Trusted Types policy: the browser starts a script only if this policy passed its URL (page-headers.ts). The policy passes only
 * scripts of the page's own origin: its worker, the threads of ONNX Runtime, the service worker.
 */
interface Scope {
  readonly location: { readonly origin: string };
  /** Browsers without Trusted Types do not call the policy. */
  readonly trustedTypes?: {
    createPolicy(name: string, rules: { readonly createScriptURL: (url: string) => string }): unknown;
  };
}

/** `originOf` resolves a URL as `scope` would. Call it once, before the first script starts. */
export function trustOwnScripts(scope: Scope, originOf: (url: string) => string): void {
  scope.trustedTypes?.createPolicy('default', {
    createScriptURL: (url) => {
      if (originOf(url) !== scope.location.origin) throw new TypeError(`${url} is not of this page's origin.`);
      return url;
    },
  });
}
