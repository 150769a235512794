import { environment, LaunchType, showHUD, showToast, Toast } from '@raycast/api';

/** What commands write on while they work, and what it says at the end. */
export type Line = Pick<
  Toast,
  'style' | 'title' | 'message' | 'primaryAction' | 'secondaryAction' | 'hide'
>;

/** How something ended: a short title, what is to be known and done, and what can be pressed. */
export interface End {
  readonly style: Toast.Style;
  readonly title: string;
  readonly message?: string;
  readonly primary?: Toast.ActionOptions;
  readonly secondary?: Toast.ActionOptions;
}

/**
 * Whether nobody looks at Raycast: then it has no toasts ("Toast API is not available when command is launched in
 * background", raycast/extensions issues 15571, 23821, 30063) and nobody can be asked anything.
 */
export const isInBackground = (): boolean => environment.launchType === LaunchType.Background;

/** A toast that moves; in the background a line that nobody sees, of which the HUD tells the end. */
export async function begin(title: string): Promise<Line> {
  const style = Toast.Style.Animated;
  if (!isInBackground()) return showToast({ style, title });
  const nothing = undefined;
  return {
    ...{ style, title, message: nothing, primaryAction: nothing, secondaryAction: nothing },
    hide: async () => nothing,
  };
}

/**
 * Says on a line how it ended. Each property shows at once, so the message comes first and the title last: no title
 * of an end ever stands beside a message of before.
 */
export function tell(line: Line, { style, title, message, primary, secondary }: End): void {
  line.message = message ?? '';
  line.primaryAction = primary;
  line.secondaryAction = secondary;
  line.style = style;
  line.title = title;
}

/** Says that something did not reach its end, and what to do: by a toast, in the background by the HUD. */
export async function sayFailure(title: string, message: string): Promise<void> {
  if (isInBackground()) await showHUD([title, message].filter(Boolean).join(': '));
  else await showToast({ style: Toast.Style.Failure, title, message });
}

/** What a command left on its line, where no toast showed it. */
export async function sayEnd({ style, title, message }: Line): Promise<void> {
  if (isInBackground() && style === Toast.Style.Failure) await sayFailure(title, message ?? '');
}
