import type { LaunchProps } from '@raycast/api';
import { leave } from './requests/leave.ts';

export default async function SafeExit({
  arguments: { client },
}: LaunchProps<{ arguments: { client?: string } }>): Promise<void> {
  await leave('exit', client);
}
