/** The one-way dependency direction of docs/architecture.md, enforced. */
const forbid = (name, from, to) => ({ name, severity: 'error', from, to });
module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    forbid('core-depends-on-nothing', { path: '^src/core', pathNot: '\\.test\\.ts$' }, { path: '^(src/(server|web|cli)|node:|bench|tools)' }),
    forbid('core-uses-no-node', { path: '^src/core', pathNot: '\\.test\\.ts$' }, { dependencyTypes: ['core'] }),
    forbid('content-is-the-base-of-core', { path: '^src/core/content' }, { path: '^src/core/(?!content/)' }),
    forbid(
      'features-of-core-stand-alone',
      { path: '^src/core/(grading|review|threat-model|story|triage)/' },
      { path: '^src/core/(?!content/)([^/]+)/', pathNot: '^src/core/$1/' },
    ),
    forbid('server-depends-on-core-only', { path: '^src/server' }, { path: '^src/(web|cli)' }),
    forbid(
      'web-sees-the-api-as-a-type-only',
      { path: '^src/web' },
      { path: '^src/server', dependencyTypesNot: ['type-only'] },
    ),
    forbid('web-never-reaches-the-command-line', { path: '^src/web' }, { path: '^src/cli' }),
    forbid('nothing-imports-content', {}, { path: '^content/' }),
    forbid('product-does-not-use-test-libraries', { path: '^src', pathNot: '\\.test\\.tsx?$|contract\\.ts$' }, { path: 'node_modules/(vitest|fast-check)' }),
    forbid('only-checks-of-labs-drive-a-browser', { path: '^src', pathNot: '\\.test\\.tsx?$|^src/server/sandbox/(checker/|browser)' }, { path: 'node_modules/playwright-core' }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
