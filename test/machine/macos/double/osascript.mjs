// Stands in for /usr/bin/osascript: runs our JXA for real in a context of its own, and knows what the one
// AppleScript of ours does. The applications are the real practice processes.
//
// | row | source |
// | --- | --- |
// | `N:M: execution error: text (number)`, exit code 1 | recorded: runner-images#5090, uebersicht#403, Free-NTFS-for-Mac#16 |
// | texts of -600, -1712, -1743 | recorded: runner-images#5090, runner-images#7531, raycast/extensions#11602 |
// | texts of -128 and -2741 | assumed, in the same form |
// | a script that throws ends with -2700 | assumed |
// | an icon at layer 25 and a window of no size for each application | assumed |
// | launchDate is 0.7 s after the start of the process | assumed |
// | `-e TEXT -ss`: a script as an argument, and how to print what it says; standard input is not read | osascript(1); run-applescript 7.1.0, index.js |
// | a name that is taken in the Trash gets a number behind it | reported: openradar 41878624, sindresorhus/macos-trash#4; the form is assumed |
import { runJxa } from './bridge.mjs';
import { realProcesses } from './real.mjs';
import { intoTrash } from './trash.mjs';

/** As osascript says it; the number stands at the end in every language. */
const MESSAGES = {
  '-128': 'User canceled.',
  '-600': 'Application isn’t running.',
  '-1712': 'AppleEvent timed out.',
  '-1743': 'Not authorized to send Apple events to Practice.',
  '-2741': 'Expected end of line but found identifier.',
};

const fail = (number, message = MESSAGES[number]) => ({
  stderr: `0:12: execution error: ${message} (${number})\n`,
  code: 1,
});

const USAGE = { stderr: 'osascript: usage', code: 2 };

export async function osascript(scenario, argv, { input }) {
  if (argv[0] === '-e') return argv[2] === '-ss' ? appleScript(scenario, argv[1]) : USAGE;
  const [l, language, dash, ...args] = argv;
  if (l !== '-l' || dash !== '-') return USAGE;
  if (language === 'AppleScript') return appleScript(scenario, input);
  try {
    return { stdout: `${runJxa(input, args, systemOf(scenario))}\n`, code: 0 };
  } catch (error) {
    return fail(-2700, String(error));
  }
}

function systemOf(scenario) {
  const running = realProcesses(scenario.programs).flatMap(({ pid, began, state, program }) =>
    program?.bundleId && state !== 'Z' ? [{ pid, began, program }] : [],
  );
  const icons = running.map(({ pid, program }) => [
    { number: pid * 10, pid, layer: 25, owner: program.name, visible: true },
    { number: pid * 10 + 1, pid, layer: 0, owner: program.name, visible: false, width: 0 },
  ]);
  const finder = { pid: 1, bundleId: 'com.apple.finder', executable: '/System/Finder' };
  return {
    applications: [
      finder,
      ...running.map(({ pid, program, began }) => ({
        ...{ pid, bundleId: program.bundleId, executable: program.executable },
        launched: began + 0.7,
      })),
    ],
    windows: [{ number: 1, pid: 1, layer: 24, owner: 'Finder', visible: true }, ...icons.flat()],
    terminate: ({ pid }) =>
      scenario.terminate === 'refused' ? false : process.kill(pid, 'SIGTERM'),
    hide: () => true,
    trash: (file) => trash(scenario, file),
  };
}

function trash({ home, trash: fault }, file) {
  if (fault === 'denied') return { code: 513, why: 'You don’t have permission.' };
  return intoTrash(home, file);
}

const QUIT =
  /^if application id "([^"\n]+)" is not running then error "not running" number -600\ntell application id "\1" to quit$/;

async function appleScript(scenario, script) {
  const { quit } = scenario;
  const bundleId = QUIT.exec(script)?.[1];
  if (bundleId === undefined) return fail(-2741);
  if (quit === 'hangs') await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
  if (quit !== undefined) return fail(quit);
  const asked = systemOf(scenario).applications.filter((one) => one.bundleId === bundleId);
  if (asked.length === 0) return fail(-600);
  for (const { pid } of asked) process.kill(pid, 'SIGTERM');
  return { stdout: '\n', code: 0 };
}
