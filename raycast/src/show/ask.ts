import { Alert, confirmAlert } from '@raycast/api';
import { Fault } from '../requests/fault.ts';
import { ifThere } from './lacking.ts';

/**
 * Asks about something that cannot be taken back; `yes` is what the button says. Throws a `Fault` where the launcher
 * has no way to ask: then nothing is done.
 */
export function ask(title: string, message: string, yes: string): Promise<boolean> {
  const style = (Alert as typeof Alert | undefined)?.ActionStyle.Destructive;
  const canAsk = typeof style === 'string' && typeof confirmAlert === 'function';
  return ifThere(
    canAsk
      ? () => confirmAlert({ title, message, primaryAction: { title: yes, style } })
      : undefined,
    new Fault(
      'This Launcher Cannot Ask',
      'Nothing was done, because only a yes allows it. Use the command line: clean-exit.',
    ),
  );
}
