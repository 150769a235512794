import { Toast, type ToastOptions } from './toast.ts';
import { strict } from './typings.ts';
import type { Alert, World } from './world.ts';

/** Where a command runs, as far as it decides what it may show. */
export interface Stage {
  readonly mode: 'view' | 'no-view' | 'menu-bar';
  readonly launchType: 'userInitiated' | 'background';
  readonly onToast: (toast: Toast) => void;
}

/** What Raycast calls an API, and how a command calls it. */
const NAMES = { Toast: 'showToast', Alert: 'confirmAlert' } as const;

/** What a command says to the person: toasts, the HUD, questions. */
export function feedbackOf(world: World, { mode, launchType, onToast }: Stage): object {
  // Its own words for toasts (raycast/extensions, issues 15571 and 30063); that a question fails likewise is
  // assumed. The HUD works there (raycast/extensions, issue 20074 and pull request 13958).
  const needsWindow = (what: keyof typeof NAMES): void => {
    if (mode === 'menu-bar') throw new Error(`${NAMES[what]} cannot be used in a menu bar`);
    if (launchType === 'background')
      throw new Error(`${what} API is not available when command is launched in background`);
  };

  class ToastHere extends Toast {
    constructor(options: ToastOptions) {
      super(world, options);
    }
    override async show(): Promise<void> {
      needsWindow('Toast');
      onToast(this);
      await super.show();
    }
  }

  return {
    Toast: strict('Toast', ToastHere),
    Alert: strict('Alert', {
      ActionStyle: strict('Alert.ActionStyle', {
        ...{ Default: 'default', Cancel: 'cancel', Destructive: 'destructive' },
      }),
    }),
    showToast: async (first: ToastOptions | string, title = '', message?: string) => {
      const options = typeof first === 'string' ? { style: first, title, message } : first;
      const toast = new ToastHere(options);
      await toast.show();
      return toast;
    },
    showHUD: async (title: string) => world.say({ hud: title }),
    confirmAlert: async (alert: Alert) => {
      needsWindow('Alert');
      const answer = await world.answer(alert);
      world.say({ alert, answer });
      (answer ? alert.primaryAction : alert.dismissAction)?.onAction?.();
      return answer;
    },
  };
}
