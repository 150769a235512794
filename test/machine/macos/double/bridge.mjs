// A stand-in for the Objective-C bridge of JavaScript for Automation, as far as our scripts go and as
// Apple documents it: nil is an object, methods without arguments are called by naming them, nothing of a
// framework is there before it was imported.
//
// | row | source |
// | --- | --- |
// | nil is an object with isNil; methods without arguments are called by naming them | documented: Apple's JXA release notes; raycast/extensions#29149 |
// | bundleIdentifier, executableURL, launchDate, hidden may be nil or false | documented: NSRunningApplication |
// | terminate needs no permission, and answers whether it was sent | documented; reported: raycast/extensions#29149 |
// | hide may answer NO although it worked | reported: Hammerspoon#3580; played in living.ts and preload.mjs (hideSaysNo) |
// | runningApplicationWithProcessIdentifier is nil where it knows none | documented; that it forgets some that run: assumed |
// | keys of windows; name left out without permission; onscreen left out where it is not | documented: CGWindow.h; recorded: alt-tab#29, TokenEater#236 |
// | onscreen is the Space in front alone | reported: officialunofficial/polarize#9, lwouis/alt-tab#11 |
// | alpha 1 and a size of 800 unless told | assumed |
// | icons on macOS 26 are Control Center's | recorded: TokenEater#236 |
// | trashItemAtURL: new name by reference, error with code | documented: NSFileManager |
import vm from 'node:vm';

const NIL = { isNil: () => true };
const object = (properties) => ({
  isNil: () => false,
  ...Object.getOwnPropertyDescriptors({}),
  ...properties,
});
const string = (text) => (text === undefined || text === null ? NIL : object({ js: text }));
const date = (seconds) =>
  seconds === undefined ? NIL : object({ timeIntervalSince1970: seconds });
const url = (path) => (path === undefined ? NIL : object({ path: string(path) }));
const array = (items) =>
  object({ count: items.length, objectAtIndex: (at) => items[at], js: items });

/** A running application; asking it anything is done by a getter. */
function application(app, system) {
  return Object.defineProperties(
    object({
      processIdentifier: app.pid,
      bundleIdentifier: string(app.bundleId),
      executableURL: url(app.executable),
      hidden: app.hidden ?? false,
      launchDate: date(app.launched),
    }),
    {
      terminate: { get: () => system.terminate(app) },
      hide: { get: () => system.hide(app) },
    },
  );
}

/** Keys that CoreGraphics leaves out are left out: the name without permission, onscreen where it is not. */
const windowInfo = ({ number, pid, layer, owner, visible, title, alpha = 1, width = 800 }) => ({
  kCGWindowNumber: number,
  kCGWindowOwnerPID: pid,
  kCGWindowLayer: layer,
  kCGWindowAlpha: alpha,
  kCGWindowBounds: { X: 0, Y: 0, Width: width, Height: width },
  ...(owner === undefined ? {} : { kCGWindowOwnerName: owner }),
  ...(visible ? { kCGWindowIsOnscreen: true } : {}),
  ...(title === undefined ? {} : { kCGWindowName: title }),
});

const FRAMEWORKS = {
  Foundation: (system) => ({
    NSURL: { fileURLWithPath: (path) => url(path.js ?? path) },
    NSFileManager: {
      defaultManager: {
        trashItemAtURLResultingItemURLError: (from, where, error) => {
          const moved = system.trash(from.path.js);
          if (moved.to !== undefined) where[0] = url(moved.to);
          else error[0] = object({ code: moved.code, localizedDescription: string(moved.why) });
          return moved.to !== undefined;
        },
      },
    },
  }),
  AppKit: (system) => ({
    ...FRAMEWORKS.Foundation(system),
    NSWorkspace: {
      get sharedWorkspace() {
        const all = system.applications.map((app) => application(app, system));
        return object({ runningApplications: array(all) });
      },
    },
    NSRunningApplication: {
      runningApplicationWithProcessIdentifier: (pid) => {
        const app = system.applications.find((one) => one.pid === pid);
        return app ? application(app, system) : NIL;
      },
    },
  }),
  CoreGraphics: (system) => ({
    kCGWindowListOptionAll: 0,
    kCGWindowListExcludeDesktopElements: 16,
    kCGNullWindowID: 0,
    CGWindowListCopyWindowInfo: (options, relative) => {
      if (options !== 16 || relative !== 0) throw new Error('other windows than all of them');
      return system.windows === undefined ? NIL : { ref: system.windows.map(windowInfo) };
    },
  }),
};

/** Runs a script as osascript does: its `run(argv)`, and what that answers as text. */
export function runJxa(script, argv, system) {
  const $ = (text) => (text === undefined ? NIL : string(text));
  const ObjC = {
    import: (name) => void Object.defineProperties($, descriptors(FRAMEWORKS[name](system))),
    unwrap: (value) => (value?.isNil?.() ? undefined : (value?.js ?? value)),
    castRefToObject: (value) => (value.ref ? object({ dictionaries: value.ref }) : value),
    deepUnwrap: (value) => (value?.isNil?.() ? undefined : value.dictionaries),
  };
  const context = vm.createContext({ $, ObjC, Ref: () => [] });
  vm.runInContext(script, context);
  return vm.runInContext('(argv) => run(argv)', context)(argv);
}

const descriptors = (names) =>
  Object.fromEntries(
    Object.entries(Object.getOwnPropertyDescriptors(names)).map(([name, one]) => [
      name,
      { ...one, configurable: true },
    ]),
  );
