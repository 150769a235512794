import { showHUD } from '@raycast/api';
import { Component, type ReactNode } from 'react';
import { errorWords } from '../show/why.ts';
import { isInBackground } from '../show/voice.ts';

interface Props {
  /** Whether this error says that the launcher has not what the children are made of. */
  readonly isMissing: (error: Error) => boolean;
  /** Said where that is so. */
  readonly sentence: string;
  readonly children: ReactNode;
}

/**
 * What a launcher can show, or why it cannot: others than Raycast run its extensions, and what they have not is
 * missing, or throws when it is drawn (Vicinae's `unsupported.ts`).
 */
export class OrSentence extends Component<Props, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError = () => ({ isBroken: true });

  override componentDidCatch(error: Error): void {
    const { isMissing, sentence } = this.props;
    // Not again every minute.
    if (isInBackground()) return;
    void showHUD(isMissing(error) ? sentence : `It could not be drawn: ${errorWords(error)}`);
  }

  override render(): ReactNode {
    return this.state.isBroken ? null : this.props.children;
  }
}
