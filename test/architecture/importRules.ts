import type { IRegularForbiddenRuleType as IForbiddenRuleType } from 'dependency-cruiser';

// The import directions of design.md §7, one rule per line of its table; a rule's comment is what the test prints.

type ImportRule = IForbiddenRuleType & { readonly name: string; readonly comment: string };

/** Only these may be imported from the folder; what is not listed is forbidden. */
const only = (name: string, from: string, allowed: string[], comment: string): ImportRule => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { pathNot: allowed },
});

const VALUES = '^schema/values/';
const ERRORS = '^schema/errors/';
const GRAPHQL = '^schema/graphql/';
const IDENTITY = '^schema/identity/';
const RUNNING = '^schema/running/';
const modules = (...names: string[]): string => `(^|/)node_modules/(${names.join('|')})/`;
const NODE =
  '^(node:)?(assert|assert/strict|child_process|crypto|events|fs|fs/promises|http|module|net|path|stream|stream/consumers|timers/promises|url|util|worker_threads|zlib)$';

export const importRules: ImportRule[] = [
  only(
    'values-import-nothing',
    '^schema/values/',
    [VALUES],
    'The words are the vocabulary: they import nothing but themselves.',
  ),
  only(
    'errors-import-values',
    '^schema/errors/',
    [ERRORS, VALUES, '^(node:)?assert(/strict)?$'],
    "Errors know only the words; mapping them to GraphQL is the boundary's work.",
  ),
  only(
    'graphql-words',
    '^schema/graphql/',
    [GRAPHQL, ERRORS, VALUES, modules('type-graphql', 'graphql', 'reflect-metadata')],
    'Words do not know their speakers.',
  ),
  only(
    'identity-knows-no-speaker',
    IDENTITY,
    [IDENTITY, '^schema/(values|errors)/index\\.ts$', '^(node:)?(crypto|fs/promises)$', modules('jose')],
    'Who asks is found out in one place for gateway and agencies alike: it knows keys and tokens, neither servers nor the graph.',
  ),
  only(
    'running-knows-processes',
    RUNNING,
    [
      RUNNING,
      '^schema/errors/index\\.ts$',
      '^(node:)?(http|timers/promises)$',
      modules('pino', 'prom-client', '@opentelemetry'),
    ],
    'How a process stops and is seen from outside is the same for all: it knows neither words nor the graph.',
  ),
  only(
    'kit-serves-any-agency',
    '^subgraphs/_kit/',
    [
      '^subgraphs/_kit/',
      '^schema/(values|errors|graphql|identity|running)/index\\.ts$',
      NODE,
      modules(
        '@apollo',
        'type-graphql',
        'graphql',
        'dataloader',
        'csv-parse',
        'csv-stringify',
        'exceljs',
        'graphql-jit',
        'lru-cache',
        'yauzl',
        'pino',
        'raw-body',
        '@libsql',
        'mongodb',
      ),
    ],
    'The kit serves any agency: it knows the words and Apollo, no agency.',
  ),
  {
    name: 'drivers-in-adapters',
    severity: 'error',
    comment: 'A database driver is imported by its adapter only.',
    from: { pathNot: '^subgraphs/_kit/storage/(sqlite|mongo)\\w+\\.ts$' },
    to: { path: modules('@libsql', 'mongodb') },
  },
  {
    name: 'workbooks-behind-the-gate',
    severity: 'error',
    comment: 'What reads workbooks stands behind what looks through them first, and nowhere else.',
    from: { pathNot: '^(subgraphs/_kit/importing/(workbook|template)|test)/' },
    to: { path: modules('exceljs', 'yauzl') },
  },
  ...['office', 'party-building', 'inspection', 'mass-organisations', 'socio-economic'].map((agency) =>
    only(
      `agency-${agency}`,
      `^subgraphs/${agency}/`,
      [
        `^subgraphs/${agency}/`,
        '^subgraphs/_kit/index\\.ts$',
        '^schema/(values|errors|graphql)/index\\.ts$',
        NODE,
        modules('type-graphql'),
      ],
      'Agencies meet in the graph, not in code: schema and kit through their index.ts, nothing of another agency.',
    ),
  ),
  only(
    'gateway-knows-urls',
    '^gateway/(?!execution/)',
    [
      '^gateway/',
      '^schema/(values|errors|identity|running)/index\\.ts$',
      NODE,
      modules(
        'graphql',
        'graphql-http',
        '@graphql-hive',
        'cockatiel',
        'undici',
        'lru-cache',
        'pino',
        'raw-body',
      ),
    ],
    'The gateway knows subgraphs by URL and schema only by the supergraph file.',
  ),
  only(
    'execution-stands-alone',
    '^gateway/execution/',
    ['^gateway/execution/', '^(node:)?assert(/strict)?$', modules('graphql', '@graphql-hive')],
    'The execution of plans knows GraphQL and the plan, neither HTTP nor our words.',
  ),
  {
    name: 'nothing-imports-scripts-or-test',
    severity: 'error',
    comment: 'Scripts and tests are at the end of all imports.',
    from: { path: '^(schema|subgraphs|gateway)/' },
    to: { path: '^(scripts|test)/' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'A cycle hides which of its files is the lower one.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];
