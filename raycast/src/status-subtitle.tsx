import { updateCommandMetadata } from '@raycast/api';
import { atComputer } from './requests/computer.ts';
import { Fault, whyOf } from './requests/fault.ts';
import { dated } from './show/clock.ts';
import { ifThere } from './show/lacking.ts';
import { inShort, lookAtAll } from './show/overview.ts';
import { isInBackground } from './show/voice.ts';
import { reportFault } from './show/with-toast.ts';

/** What is left, beside the command's name in the root search: Windows has no menu bar. */
export default async function StatusSubtitle(): Promise<void> {
  const shown = await subtitle();
  try {
    await ifThere(
      typeof updateCommandMetadata === 'function'
        ? () => updateCommandMetadata({ subtitle: shown })
        : undefined,
      NO_SUBTITLES,
    );
  } catch (error) {
    // Said to who starts it, and not again every minute.
    if (!isInBackground()) await reportFault(error, 'Showing the Subtitle');
  }
}

const NO_SUBTITLES = new Fault(
  'This Launcher Has No Subtitles',
  'It cannot show under a command what is running. Open Exit Status of Chat Apps instead.',
);

const subtitle = (): Promise<string> =>
  atComputer(lookAtAll).then(
    (seen) => `${inShort(seen)} · ${dated(seen.at)}`,
    (error: unknown) => `cannot be told: ${whyOf(error)}`,
  );
