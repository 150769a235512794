import { createContext, createElement, useMemo, useReducer, type ReactElement } from 'react';

/** Whoever shows pages on top of each other. */
export interface Navigation {
  readonly push: (page: ReactElement, onPop?: () => void) => void;
  readonly pop: () => void;
}

export const NavigationContext = createContext<Navigation | undefined>(undefined);

interface Page {
  readonly page: ReactElement;
  readonly onPop?: (() => void) | undefined;
}

interface PagesProps {
  readonly first: ReactElement;
  readonly onReady: (navigation: Navigation) => void;
}

/** The pages of a command on top of each other; those below stay as they are. */
export function Pages({ first, onReady }: PagesProps): ReactElement {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const [stack, navigation] = useMemo(() => {
    const pages: Page[] = [{ page: first }];
    const push: Navigation['push'] = (page, onPop) => {
      pages.push({ page, onPop });
      redraw();
    };
    const pop = (): void => {
      // The first page stays: leaving it would close the command.
      if (pages.length === 1) return;
      const gone = pages.pop();
      redraw();
      gone?.onPop?.();
    };
    onReady({ push, pop });
    return [pages, { push, pop }] as const;
  }, [first, onReady]);
  const shown = stack.map(({ page }, at) => createElement('page', { key: at }, page));
  return createElement(NavigationContext.Provider, { value: navigation }, ...shown);
}
