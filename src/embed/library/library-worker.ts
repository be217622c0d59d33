/** The library's worker and runtime: two files beside its script, which a bundler copies and renames like pictures. */
import { type ScorerWorker, wrapScorerWorker } from '../../scorer/scorer-worker.js';

/** The library's build puts `new URL('./…', import.meta.url)` in their place (scripts/library/own-files.ts). */
declare const LIBRARY_WORKER_URL: URL;
declare const LIBRARY_RUNTIME_URL: URL;

export const RUNTIME_URL = LIBRARY_RUNTIME_URL;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): {
    createScriptURL(url: string): unknown;
  };
}

/** Where a page requires Trusted Types, this policy passes the worker's address alone. The page must allow its name, `quals`. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

function workerUrl(): string | URL {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('quals', { createScriptURL: () => LIBRARY_WORKER_URL.href });
  return (policy?.createScriptURL('') ?? LIBRARY_WORKER_URL) as string | URL;
}

export function startLibraryWorker(): ScorerWorker {
  return wrapScorerWorker((name) => new Worker(workerUrl(), { type: 'module', name }));
}
