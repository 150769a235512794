import { updateCommandMetadata } from '@raycast/api';
import { atComputer } from './requests/computer.ts';
import { whyOf } from './requests/fault.ts';
import { dated, inShort, lookAtAll } from './show/overview.ts';

/** What is left, beside the command's name in the root search: Windows has no menu bar. */
export default async function StatusSubtitle(): Promise<void> {
  try {
    const seen = await atComputer(lookAtAll);
    await updateCommandMetadata({ subtitle: `${inShort(seen)} · ${dated(seen.at)}` });
  } catch (error) {
    await updateCommandMetadata({ subtitle: `cannot be told: ${whyOf(error)}` });
  }
}
