/** Builds the web app into `dist/apps/web`, from where the gateway serves it. */
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig } from 'vite';

/** Where the gateway listens while the app is developed with Vite's own server. */
const GATEWAY = process.env.GATEWAY_URL ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  resolve: { conditions: ['catena-source', ...defaultClientConditions] },
  server: { proxy: { '/api': GATEWAY, '/socket.io': { target: GATEWAY, ws: true } } },
  build: {
    outDir: '../../dist/apps/web',
    emptyOutDir: true,
    target: 'es2023',
    // Fonts inlined as data: URLs would be refused by the Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Our libraries do nothing on import, nor does making a schema: a module that nobody uses (a file reader) stays out, and
      // so do the schemas. The page trusts what the gateway has checked.
      treeshake: {
        moduleSideEffects: (id) => !/\/libs\/[^/]+\/src\/|\/node_modules\/zod\//.test(id),
        manualPureFunctions: ['z'],
      },
    },
  },
});
