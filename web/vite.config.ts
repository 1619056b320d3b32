import { join } from 'node:path';
import { defineConfig } from 'vite';

/** The pages of each audience, and the worker that keeps the residents' page on the phone. Synth builds them by itself. */
export default defineConfig({
  root: import.meta.dirname,
  // The pages lie below an address that they do not know.
  base: './',
  build: {
    emptyOutDir: true,
    // What is served is what was built: nothing in the page itself, which the policy of the pages forbids.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        resident: join(import.meta.dirname, 'resident.html'),
        desk: join(import.meta.dirname, 'desk.html'),
        department: join(import.meta.dirname, 'department.html'),
        worker: join(import.meta.dirname, 'resident/worker.ts'),
      },
      output: {
        entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
});
