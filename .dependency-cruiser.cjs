/** Dependency rules (docs/architecture.md). */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.ts$' },
  to: { path: '^(src|workers|cli)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    only('core-knows-nothing', '^src/core/', '^src/core/'),
    {
      name: 'core-is-pure',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.test\\.ts$|^src/core/record/' },
      to: { path: 'node_modules' },
    },
    {
      name: 'records-know-their-schema-alone',
      severity: 'error',
      from: { path: '^src/core/record/', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules', pathNot: 'node_modules/valibot/' },
    },
    only('inference-knows-core', '^src/inference/', '^src/(core|inference)/'),
    only('batch-knows-core', '^src/batch/', '^src/(core|batch)/'),
    {
      name: 'batch-runs-anywhere',
      severity: 'error',
      // The command and the page share it: files and streams come in from outside.
      from: { path: '^src/batch/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    only('statistics-know-themselves', '^src/statistics/', '^src/statistics/'),
    only('workers-know-core-and-inference', '^workers/', '^(workers/|src/(core|inference)/)'),
    only('cli-knows-core-inference-and-batch', '^cli/', '^(cli/|src/(core|inference|batch)/)'),
    {
      name: 'page-never-imports-workers',
      severity: 'error',
      // The one place that names the worker's file is the client that starts it, as a URL.
      from: { path: '^src/' },
      to: { path: '^workers/' },
    },
    {
      name: 'page-never-imports-inference',
      severity: 'error',
      from: { path: '^src/(?!inference|core)' },
      to: { path: '^src/inference/' },
    },
    {
      name: 'features-do-not-import-each-other',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'page-never-imports-embed',
      severity: 'error',
      // Elements and library for other pages are built beside the page.
      from: { path: '^src/(?!embed)' },
      to: { path: '^src/embed/' },
    },
    only('components-know-nothing-of-quals', '^src/components/', '^src/(components|styles|text)/'),
    only('charts-know-core-alone', '^src/charts/', '^src/(charts|core|styles|text|components)/'),
    only(
      'state-knows-core-alone',
      '^src/state/',
      '^src/((state|core|batch|storage|text)/|components/element/(page-element|may-take-focus)\\.ts$)',
    ),
    only(
      'features-are-below-app',
      '^src/features/',
      '^src/(features|state|charts|components|scorer|storage|text|styles|batch|statistics|core)/',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.tools.json' },
    tsPreCompilationDeps: true,
    exclude: { path: '(^|/)(dist|dist-lib|\\.cache)/' },
  },
};
