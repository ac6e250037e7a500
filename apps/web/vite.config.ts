/** Builds the web app into `dist/apps/web`, from where the gateway serves it. */
import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

/** Where the gateway listens while the app is developed with Vite's own server. */
const GATEWAY = process.env.GATEWAY_URL ?? 'http://localhost:3000';

/** Tells the service worker which files this build has, so that it keeps them; a new build is thereby a new worker. */
const filesOfBuild: Plugin = {
  name: 'files-of-build',
  enforce: 'post',
  generateBundle(_, bundle) {
    const worker = bundle['sw.js'];
    const page = bundle['index.html'];
    if (worker?.type !== 'chunk' || page?.type !== 'asset') return this.error('The build has no worker or no page');
    // Other alphabets' fonts are kept when they are used.
    const files = Object.keys(bundle).filter(
      (name) => /\.(js|css)$|-latin-(opsz|wght)[^/]*\.woff2$/.test(name) && name !== 'sw.js',
    );
    const hash = createHash('sha256').update(`${page.source}${files}`).digest('hex').slice(0, 12);
    worker.code = worker.code
      .replace('__BUILD__', hash)
      .replace('__FILES__', files.map((name) => `/${name}`).join(' '));
  },
};

/**
 * What stands in the graph of the first load and is used by nothing in it: what reads and mends articles goes with the
 * screen that brings one, the rules with the first word that somebody writes.
 */
const LATER =
  /\.css$|\/libs\/article\/|\/node_modules\/(zod|fflate)\/|\/libs\/seminar\/src\/(rules\/|decide|rejection)|\/libs\/protocol\/src\/errors/;

/** Everything that the page imports before it draws, in one file: gzip finds more in one than in thirty. */
const firstLoad = new Set<string>();
function isFirst(id: string, graph: { getModuleInfo(id: string): { importedIds: readonly string[] } | null }): boolean {
  if (firstLoad.size === 0) {
    const ahead = [`${import.meta.dirname}/src/main.tsx`];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      // Of the readers of articles the page uses little at first; the rest goes with the screens that use it, and so do schemas.
      if (firstLoad.has(next) || /\/libs\/article\/src\/|\/node_modules\/zod\//.test(next)) continue;
      firstLoad.add(next);
      ahead.push(...(graph.getModuleInfo(next)?.importedIds ?? []));
    }
  }
  return firstLoad.has(id) && !LATER.test(id);
}

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), filesOfBuild],
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
      input: { index: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/src/offline/worker.ts` },
      // A worker's address must stay the same, and lie above all that it serves.
      output: {
        entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
        codeSplitting: {
          groups: [{ debugName: 'first', name: (id, context) => (isFirst(id, context) ? 'first' : null) }],
        },
      },
      // Our libraries do nothing on import, nor does making a schema: a module that nobody uses (a file reader) stays out, and
      // so do the schemas. The page trusts what the gateway has checked.
      treeshake: {
        moduleSideEffects: (id) => !/\/libs\/[^/]+\/src\/|\/node_modules\/zod\//.test(id),
        manualPureFunctions: ['z'],
      },
    },
  },
});
