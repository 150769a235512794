import { showHUD, Toast } from '@raycast/api';
import { atComputer, type CodesOf, type Computer } from '../requests/computer.ts';
import { faultOf } from '../requests/fault.ts';
import { COMMANDS, type CommandName } from './commands.ts';
import { launch } from './launch.ts';
import { begin, sayEnd, sayFailure, tell, type Line } from './voice.ts';

/** The HUD closes the window; a view that is open says it in its toast and stays. */
export type Success = 'hud' | 'toast';

/** Works at this computer with a toast that begins as "Looking…"; `what` names it where it is stopped. */
export async function withToast(
  what: string,
  work: (computer: Computer, toast: Line) => Promise<unknown>,
  codesOf?: CodesOf,
): Promise<void> {
  const toast = await begin('Looking…');
  try {
    await atComputer((computer) => work(computer, toast), codesOf);
  } catch (error) {
    return reportFault(error, what, toast);
  }
  await sayEnd(toast);
}

/** What reached its end: in the HUD, or in the toast of a view that stays. */
export async function done(
  toast: Line,
  title: string,
  success: Success,
  primary?: Toast.ActionOptions,
): Promise<void> {
  if (success === 'hud') {
    await toast.hide();
    return showHUD(`✓ ${title}`);
  }
  tell(toast, { style: Toast.Style.Success, title, ...(primary ? { primary } : {}) });
}

/** Starts another command of ours; a toast names one that is switched off. */
export const start = (name: CommandName, client?: string): Promise<void> =>
  launch(name, client).catch((error: unknown) => reportFault(error, `Starting ${COMMANDS[name]}`));

/** What stopped a command, by the name of what failed. */
export async function reportFault(error: unknown, what: string, toast?: Line): Promise<void> {
  const fault = faultOf(error, what);
  await toast?.hide();
  await sayFailure(fault.what, fault.next);
}
