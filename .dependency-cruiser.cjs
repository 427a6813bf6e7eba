/** The five storeys of docs/architecture.md: imports go down only, rooms of one storey never import each other. */
const CAPABILITIES = 'intake|routing|handling|tracking|correspondence|publication|figures';
const storey = (name, from, notTo, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: '\\.spec\\.ts$' },
  to: { path: notTo },
});

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    storey('platform-is-the-ground', '^src/platform/', `^src/(?!platform/)`, 'the platform knows nothing of feedback'),
    storey('foundations', '^src/(directory|accounts|calendar)/', `^src/(feedback|faces|${CAPABILITIES})/`, 'storey 1 looks down only'),
    storey('directory-before-accounts', '^src/directory/', '^src/(accounts|calendar)/', 'directory → accounts is the only order'),
    storey('calendar-alone', '^src/calendar/', '^src/(accounts|directory)/', 'rooms of one storey are strangers'),
    storey('accounts-not-calendar', '^src/accounts/', '^src/calendar/', 'rooms of one storey are strangers'),
    storey('heart', '^src/feedback/', `^src/(faces|${CAPABILITIES})/`, 'the heart knows none of its listeners'),
    {
      name: 'capabilities-are-strangers',
      severity: 'error',
      comment: 'what needs several rooms is a page, and pages are on top',
      from: { path: `^src/(${CAPABILITIES})/` },
      to: { path: `^src/(faces|${CAPABILITIES})/`, pathNot: '^src/$1/' },
    },
    {
      name: 'faces-are-strangers',
      severity: 'error',
      from: { path: '^src/faces/([^/]+)/' },
      to: { path: '^src/faces/', pathNot: '^src/faces/$1/' },
    },
    {
      name: 'platform-order',
      severity: 'error',
      comment: 'kernel → config i18n → database storage → audit → installation → outbox web → mail',
      from: { path: '^src/platform/kernel/' },
      to: { path: '^src/platform/(?!kernel/)' },
    },
    {
      name: 'platform-order-settings',
      severity: 'error',
      from: { path: '^src/platform/(config|i18n)/' },
      to: { path: '^src/platform/(?!kernel/|config/|i18n/)' },
    },
    {
      name: 'platform-order-database',
      severity: 'error',
      from: { path: '^src/platform/(database|storage)/' },
      to: { path: '^src/platform/(audit|installation|outbox|web|mail)/' },
    },
    {
      name: 'platform-order-decisions',
      severity: 'error',
      from: { path: '^src/platform/(audit|installation)/' },
      to: { path: '^src/platform/(outbox|web|mail)/' },
    },
    { name: 'the-writer-is-private', severity: 'error', from: { pathNot: '^src/platform/database/' }, to: { path: '^src/platform/database/writer' } },
  ],
  options: { tsPreCompilationDeps: true, tsConfig: { fileName: 'tsconfig.json' }, doNotFollow: { path: 'node_modules' }, exclude: { path: '^(dist|node_modules)/' } },
};
