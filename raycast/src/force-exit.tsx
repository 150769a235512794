import type { LaunchProps } from '@raycast/api';
import { clientNamed, type ClientArguments } from './requests/client-arguments.ts';
import { force } from './requests/force.ts';
import { withToast } from './show/with-toast.ts';

export default async function ForceExit({
  arguments: given,
}: LaunchProps<{ arguments: ClientArguments }>): Promise<void> {
  await withToast('Force Exit', (computer, toast) => force(computer, clientNamed(given), toast));
}
