// Asks one application to quit, as its own menu does; the same for hiding it. Told: what to do, pid,
// percent-encoded path of the program where it is known, the second in which the process began.
for (const framework of ['AppKit']) ObjC.import(framework);

/** Seconds are rounded in two ways. An application says that it was launched when it is ready: maybe much later. */
const EARLY_S = 2;

const isNil = (object) => !object || (object.isNil && object.isNil());

/** Whether it is the application that was meant, and not one that has its pid today. */
function isMeant(app, executable, began) {
  const url = app.executableURL;
  if (executable !== '' && (isNil(url) || String(ObjC.unwrap(url.path)) !== executable))
    return false;
  const launched = app.launchDate;
  if (isNil(launched)) return true;
  return Number(launched.timeIntervalSince1970) - began > -EARLY_S;
}

function run(argv) {
  const [verb, pid, executable, began] = argv;
  const app = $.NSRunningApplication.runningApplicationWithProcessIdentifier(Number(pid));
  if (isNil(app)) return JSON.stringify({ answer: 'gone' });
  if (!isMeant(app, decodeURIComponent(executable), Number(began)))
    return JSON.stringify({ answer: 'other' });
  // A method without arguments is called by naming it.
  const accepted = verb === 'hide' ? app.hide : app.terminate;
  return JSON.stringify({ answer: accepted ? 'asked' : 'refused' });
}
