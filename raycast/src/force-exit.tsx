import { showToast, Toast, type LaunchProps } from '@raycast/api';
import { atComputer } from './requests/computer.ts';
import { force } from './requests/force.ts';
import { tellFault } from './show/tell.ts';

export default async function ForceExit({
  arguments: { client },
}: LaunchProps<{ arguments: { client?: string } }>): Promise<void> {
  const toast = await showToast({ style: Toast.Style.Animated, title: 'Looking…' });
  try {
    await atComputer((computer) => force(computer, client, toast));
  } catch (error) {
    await tellFault(error, toast);
  }
}
