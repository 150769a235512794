import { Toast } from '@raycast/api';
import type { Computer } from './computer.ts';
import { details, headline, sentence } from '../show/sentence.ts';
import { tell } from '../show/voice.ts';
import { whyWords } from '../show/why.ts';
import { isClean } from '@shared/core/is-clean.ts';
import type { Receipt } from '@shared/core/receipt.ts';
import { upgraded, type Receipt1 } from '@shared/core/receipt-1.ts';
import { done, start, withToast } from '../show/with-toast.ts';

/** What to do where the command line is there and said nothing: whom it reached nobody knows. */
const QUIT_ITSELF = 'Check what is left, or quit it from its tray menu.';

/** What to do where Raycast cannot ask and nobody else here can. */
export const INSTALL =
  'Raycast cannot ask it to quit here: quit it from its tray menu, or install the command line ' +
  '(npm install -g clean-exit-cli), which may have another way.';
/** What to do where the command line is there. That it finds a way is not certain: many clients quit by no order of Windows. */
export const OFFER = 'Raycast cannot ask it to quit here; the command line may have another way.';

/** Whether an exit found no way to ask: then nobody was asked, and waiting helps nobody. */
export const askedNobody = ({ machine }: Computer, { request, steps }: Receipt): boolean => {
  const asks = steps.filter(({ kind }) => kind === 'ask');
  return (
    machine.platform === 'windows' &&
    request === 'exit' &&
    asks.length > 0 &&
    asks.every(({ outcome }) => outcome === 'failed')
  );
};

/** Has the installed command line carry out the exit, and says what came of it by its own receipt. */
export const exitByCommandLine = (client: string): Promise<void> =>
  withToast('Safe Exit by the Command Line', async (computer, toast) => {
    toast.title = 'Safe Exit by the Command Line…';
    const said = await computer.machine.commandLine?.()?.ask(['exit', client]);
    const receipt = said?.known ? receiptIn(said.value, client) : undefined;
    if (receipt && isClean(receipt)) return done(toast, sentence(computer, receipt), 'hud');
    const why = said === undefined || said.known ? '' : whyWords(said.why);
    tell(toast, {
      style: Toast.Style.Failure,
      title: receipt ? headline(computer, receipt) : 'The Command Line Gave No Answer',
      message: receipt
        ? details(computer, receipt)
        : [why, QUIT_ITSELF].filter(Boolean).join(' · '),
      primary: { title: 'Show What Is Left', onAction: () => start('exit-status') },
    });
  });

/** Only a receipt of the same client says anything; another program may have that name. */
function receiptIn(said: unknown, client: string): Receipt | undefined {
  const one = said as Partial<Receipt | Receipt1> | null;
  const isOne =
    typeof one === 'object' &&
    one?.client === client &&
    Array.isArray(one.steps) &&
    Array.isArray(one.refusals) &&
    Array.isArray(one.left?.processes) &&
    Array.isArray(one.left.unseen);
  if (!isOne) return undefined;
  // The installed command line may be older than this extension.
  if (one.schema === 'clean-exit/receipt/1') return upgraded(one as Receipt1);
  return one.schema === 'clean-exit/receipt/2' ? (one as Receipt) : undefined;
}
