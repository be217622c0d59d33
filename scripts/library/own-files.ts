/** Addresses of the library's two files, in the one form that bundlers know: they copy and rename the file that it names. */
import type { Plugin } from 'vite';

const FILES = { LIBRARY_WORKER_URL: 'scorer.worker.js', LIBRARY_RUNTIME_URL: 'onnx-runtime.bin' } as const;

export function ownFiles(): Plugin {
  return {
    name: 'own-files',
    // After minification, which would rewrite the form.
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue;
          for (const [name, file] of Object.entries(FILES))
            chunk.code = chunk.code.replaceAll(name, `new URL("./${file}", import.meta.url)`);
        }
      },
    },
  };
}
