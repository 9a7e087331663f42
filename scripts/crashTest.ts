import { mongodbStore, sqliteStore } from './crash/crashingStores.ts';
import { runCrashTest } from './crash/runCrashTest.ts';
import { createCommand } from './createCommand.ts';
import { oneOf } from './oneOf.ts';
import { readCount } from './readCount.ts';

const STORES = { sqlite: sqliteStore, mongodb: mongodbStore } as const;

const program = createCommand('crash-test')
  .description(
    'Kill (SIGKILL) a process that makes moves, and for mongodb also the database server, at random moments, and hold\n' +
      'the store after each kill against all that was promised: acknowledged moves, hashes, answers for a moment.\n' +
      'Exit codes: 0 all promises kept, 1 some broken, 2 wrong arguments.',
  )
  .option('--kills <number>', 'how often', readCount, 200)
  .option(
    '--store <store>',
    'sqlite or mongodb; that one needs MONGODB_SERVER, see .ci/run',
    oneOf(Object.keys(STORES)),
    'sqlite',
  )
  .parse();
const { kills, store } = program.opts<{ kills: number; store: keyof typeof STORES }>();
if (store === 'mongodb' && !process.env.MONGODB_SERVER) {
  program.error('MONGODB_SERVER must name the program built from test/mongodb-server.', { exitCode: 2 });
}

const started = Date.now();
const result = await runCrashTest(STORES[store], kills, (line) => console.error(line));
console.log(
  JSON.stringify({ store, seconds: Math.round((Date.now() - started) / 1000), ...result }, null, 2),
);
process.exitCode = result.broken.length === 0 ? 0 : 1;
