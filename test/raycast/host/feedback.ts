import { Toast, type ToastOptions } from './toast.ts';
import { strict } from './typings.ts';
import type { Alert, World } from './world.ts';

/** Where a command runs, as far as it decides what it may show. */
export interface Stage {
  readonly mode: 'view' | 'no-view' | 'menu-bar';
  readonly launchType: 'userInitiated' | 'background';
  readonly onToast: (toast: Toast) => void;
}

/** What a command says to the person: toasts, the HUD, questions. */
export function feedbackOf(world: World, { mode, launchType, onToast }: Stage): object {
  const needsWindow = (what: string): void => {
    if (mode === 'menu-bar') throw new Error(`${what} cannot be used in a menu bar`);
    if (launchType === 'background') throw new Error(`${what} cannot be used in the background`);
  };

  class ToastHere extends Toast {
    constructor(options: ToastOptions) {
      super(world, options);
    }
    override async show(): Promise<void> {
      needsWindow('showToast');
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
      needsWindow('confirmAlert');
      const answer = await world.answer(alert);
      world.say({ alert, answer });
      (answer ? alert.primaryAction : alert.dismissAction)?.onAction?.();
      return answer;
    },
  };
}
