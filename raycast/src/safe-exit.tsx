import type { LaunchProps } from '@raycast/api';
import { clientNamed, type ClientArguments } from './requests/client-arguments.ts';
import { leave } from './requests/leave.ts';

export default async function SafeExit({
  arguments: given,
}: LaunchProps<{ arguments: ClientArguments }>): Promise<void> {
  await leave('exit', clientNamed(given));
}
