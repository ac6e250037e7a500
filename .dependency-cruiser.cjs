/** Imports point one way: apps -> libs, adapters -> pure. The pure libs run in a browser. */
const PURE = '^libs/(seminar|article|anchoring|protocol)/';
const BROWSER = '^apps/web/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'libs-know-no-apps', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    {
      name: 'apps-know-no-other-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pure-libs-import-pure-libs-only',
      comment: 'no framework, no database, no adapter',
      severity: 'error',
      from: { path: PURE, pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/', pathNot: PURE },
    },
    {
      name: 'pure-libs-have-no-node-builtins',
      severity: 'error',
      from: { path: PURE, pathNot: '\\.spec\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'pure-libs-have-no-framework',
      severity: 'error',
      from: { path: PURE, pathNot: '\\.spec\\.ts$' },
      to: { path: 'node_modules/(@nestjs|@fastify|fastify|typeorm|pg|bullmq|socket\\.io|react|rxjs)' },
    },
    {
      name: 'the-browser-imports-pure-libs-only',
      severity: 'error',
      from: { path: BROWSER, pathNot: '\\.(spec|config)\\.tsx?$' },
      to: { path: '^libs/', pathNot: PURE },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.tsx?$|/testing/|^apps/cli/bin/run-tests' },
      to: { path: '^test/' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    // The parser reads no JSX: what components import is held to by Biome (biome.json).
    exclude: { path: '^(dist|\\.data)/|\\.tsx$' },
    enhancedResolveOptions: {
      conditionNames: ['catena-source', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
