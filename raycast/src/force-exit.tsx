import type { LaunchProps } from '@raycast/api';
import { force } from './requests/force.ts';
import { told } from './show/told.ts';

export default async function ForceExit({
  arguments: { client },
}: LaunchProps<{ arguments: { client?: string } }>): Promise<void> {
  await told('Force Exit', (computer, toast) => force(computer, client, toast));
}
