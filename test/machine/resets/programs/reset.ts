import { clientIn, filesIn, LEAVE } from '../tree.ts';

// reset.mjs HOME [RECORD]: a reset, or a restore, in a process of its own, so that it can be killed.
const [home = '', record] = process.argv.slice(2);

const client = clientIn(home);
const { resets } = filesIn(home);
if (record !== undefined) await resets?.back(record, client, LEAVE);
else {
  const listed = await resets?.list(client, false);
  if (listed?.known) await listed.value.moveAway(LEAVE);
}
