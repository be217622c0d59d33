import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: {
    target: 'es2023',
    rolldownOptions: { input: ['index.html', 'numbers.html'] },
  },
  // The development server would move the library away from its worker and its runtime.
  optimizeDeps: { exclude: ['quals-in-the-browser'] },
});
