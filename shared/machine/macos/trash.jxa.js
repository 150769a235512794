// Moves files into the Trash, which then knows not where they were: Finder offers no Put Back for them. Told: percent-encoded paths.
for (const framework of ['Foundation']) ObjC.import(framework);

function toTrash(path) {
  const [where, error] = [Ref(), Ref()];
  const url = $.NSURL.fileURLWithPath($(path));
  const moved = $.NSFileManager.defaultManager.trashItemAtURLResultingItemURLError(
    url,
    where,
    error,
  );
  if (moved) return { moved: true, to: textOf(where[0], 'path') };
  const fault = error[0];
  const code = !fault || (fault.isNil && fault.isNil()) ? 0 : Number(fault.code);
  return { moved: false, code, why: textOf(fault, 'localizedDescription') };
}

/** A property of an object of the system as percent-encoded text; empty for none. */
function textOf(object, property) {
  if (!object || (object.isNil && object.isNil())) return '';
  return encodeURIComponent(String(ObjC.unwrap(object[property])));
}

function run(argv) {
  return JSON.stringify(argv.map((path) => toTrash(decodeURIComponent(path))));
}
