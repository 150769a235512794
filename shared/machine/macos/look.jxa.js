// The applications that run and the windows they have. Needs no permission; titles of windows of others
// are given only to programs that may record the screen.
for (const framework of ['AppKit', 'CoreGraphics']) ObjC.import(framework);

/** Windows below the Dock are a program's own; those of this level are icons in the menu bar. */
const DOCK_LEVEL = 20;
const STATUS_LEVEL = 25;

/** An object of the system as text; null for none. */
function textOf(object) {
  if (object === undefined || object === null || (object.isNil && object.isNil())) return null;
  return String(ObjC.unwrap(object));
}

const pathOf = (url) => (!url || (url.isNil && url.isNil()) ? null : textOf(url.path));

function applicationOf(app) {
  const launched = app.launchDate;
  return {
    pid: Number(app.processIdentifier),
    bundleId: textOf(app.bundleIdentifier),
    executable: pathOf(app.executableURL),
    hidden: Boolean(app.hidden),
    launched: !launched || launched.isNil() ? null : Number(launched.timeIntervalSince1970),
  };
}

function applications() {
  const all = $.NSWorkspace.sharedWorkspace.runningApplications;
  const found = [];
  for (let i = 0; i < Number(all.count); i++) found.push(applicationOf(all.objectAtIndex(i)));
  return found;
}

/** Programs keep windows of no size, or that nobody sees through: nobody can show these. */
function isReal({ kCGWindowAlpha: alpha, kCGWindowBounds: bounds }) {
  if (alpha !== undefined && Number(alpha) <= 0) return false;
  return !bounds || (Number(bounds.Width) > 1 && Number(bounds.Height) > 1);
}

function windows() {
  const options = $.kCGWindowListOptionAll | $.kCGWindowListExcludeDesktopElements;
  const list = $.CGWindowListCopyWindowInfo(options, $.kCGNullWindowID);
  const all = ObjC.deepUnwrap(ObjC.castRefToObject(list));
  if (!Array.isArray(all)) throw new Error('the window server gives no list');
  return all
    .map((one) => ({
      number: Number(one.kCGWindowNumber),
      pid: Number(one.kCGWindowOwnerPID),
      layer: Number(one.kCGWindowLayer),
      visible: Boolean(one.kCGWindowIsOnscreen),
      real: isReal(one),
      owner: String(one.kCGWindowOwnerName || ''),
      title: String(one.kCGWindowName || ''),
    }))
    .filter(({ layer }) => (layer >= 0 && layer < DOCK_LEVEL) || layer === STATUS_LEVEL);
}

/** In letters that mean the same in every encoding. */
const ascii = (value) =>
  JSON.stringify(value).replace(
    /[^ -~]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

function run() {
  return ascii({ applications: applications(), windows: windows() });
}
