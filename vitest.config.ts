import { defineConfig } from 'vitest/config';

/** Real Wine runs these: they need its prefix, which `test/wine/ready.ts` makes. */
const WINE = ['test/machine/windows/*.test.ts', 'test/**/windows.test.ts'];
/** Chromium opens the pages of these. */
const BROWSER = [
  'test/streamdeck/inspector/*.test.ts',
  'test/streamdeck/page/{access,answers,arrange,panels,press,settings}.test.ts',
  'test/streamdeck/desk/{axe,desk}.test.ts',
  'test/cli/audit-report.test.ts',
];
/** These make what is shipped, and look into it. */
const PACK = ['test/pack/*.test.ts', 'test/{raycast,streamdeck}/pack/*.test.ts'];
/** Values and simulated machines alone: no build, no process, no real file of a client. */
const UNIT = [
  'test/*.test.ts',
  'test/{audit,clients,core,engine,laws,policy,schema,words}/**/*.test.ts',
  'test/cli/screens/*.test.ts',
  'test/cli/typed/*.test.ts',
  'test/story/sentences.test.ts',
  'test/machine/linux/recorded/*.test.ts',
  'test/machine/{macos/{gone,ps,scripts,second-look,situations,touches},windows/{native/*,powershell/{answers,script}},recorded/*,keep/home}.test.ts',
  'test/raycast/{host,host-rules,manifest}.test.ts',
  'test/streamdeck/{faces/{edge,laws,made,matrix,names,strip,texts},words/*,page/{laws,next-step},desk/{real,trash},plugin/{deck,does,laws,looking,monitored,roots,truth}}.test.ts',
];
/** These ask every process of a real program to leave, or change pids all the time: nobody else may run beside them. */
const ALONE = ['test/{alone,oracle}/*.test.ts'];
/** Being root is the point of these: other users' files, full disks. */
const ROOT = ['test/root/*.test.ts'];
const SYSTEM = ['test/**/*.test.ts'];

const project = (name: string, include: readonly string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include: [...include], ...more },
});
const built = { globalSetup: ['test/ready.ts'] };

export default defineConfig({
  test: {
    // Most of the time a test waits, so two files at a time do on two cores what one does on one.
    maxWorkers: 2,
    // Real programs start and leave here; on a busy machine that takes its time.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      // Nothing waits there, so the limit is only for a machine that has no time.
      project('unit', UNIT, { pool: 'threads', testTimeout: 180_000 }),
      project('system', SYSTEM, {
        ...built,
        exclude: [...UNIT, ...BROWSER, ...WINE, ...PACK, ...ALONE, ...ROOT],
      }),
      project('alone', ALONE, { ...built, fileParallelism: false }),
      project('root', ROOT, built),
      project('browser', BROWSER, built),
      project('wine', WINE, { globalSetup: ['test/ready.ts', 'test/wine/ready.ts'] }),
      project('pack', PACK, built),
    ],
  },
});
