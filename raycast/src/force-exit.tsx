import type { LaunchProps } from '@raycast/api';
import { force } from './requests/force.ts';
import { withToast } from './show/with-toast.ts';

export default async function ForceExit({
  arguments: { client },
}: LaunchProps<{ arguments: { client?: string } }>): Promise<void> {
  await withToast('Force Exit', (computer, toast) => force(computer, client, toast));
}
