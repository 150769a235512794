// Stands in for /bin/ls -f, by which we ask whether macOS lets us look into a folder.
//
// | row | source |
// | --- | --- |
// | exit code 1 and the text of errno | documented: ls(1) |
// | EPERM without permission for a container | reported: anthropics/claude-code#83841 |
// | the call stands while macOS asks | reported: anthropics/claude-code#83841, macOS 26 |
import { readdirSync } from 'node:fs';

const fail = (folder, text) => ({ stderr: `ls: ${folder}: ${text}\n`, code: 1 });
const CLOSED = /\/Library\/((Group )?Containers\/|Application Support\/com\.apple\.TCC)/;

export async function ls({ access }, [flag, folder]) {
  if (flag !== '-f') return { stderr: 'usage: ls', code: 1 };
  if (access === 'denied' && CLOSED.test(folder)) return fail(folder, 'Operation not permitted');
  if (access === 'asks' && CLOSED.test(folder))
    await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
  try {
    return { stdout: readdirSync(folder).join('\n'), code: 0 };
  } catch {
    return fail(folder, 'No such file or directory');
  }
}
