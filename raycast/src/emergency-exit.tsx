import { showToast, Toast } from '@raycast/api';

/** Until the core knows this request it is refused, and the command is switched off at first. */
export default async function EmergencyExit(): Promise<void> {
  await showToast({
    style: Toast.Style.Failure,
    title: 'Emergency Exit Is Not Available Yet',
    message: 'Nothing was done. Use Leave Everything, then Force Exit for who stays.',
  });
}
