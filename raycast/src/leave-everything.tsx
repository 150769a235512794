import { leave } from './requests/leave.ts';

export default async function LeaveEverything(): Promise<void> {
  await leave('exit', 'any');
}
