import { useContext, type ReactElement } from 'react';
import { NavigationContext } from './navigation.ts';

type Props = Readonly<Record<string, unknown>>;
type Told = ((...all: unknown[]) => unknown) | undefined;

/** What Raycast opens its form with; the person saves it there. */
export interface Quicklink {
  readonly link: string;
  readonly name?: string;
}

/** What Raycast does itself for some actions. */
export interface Deeds {
  readonly open: (target: string) => Promise<void>;
  readonly createQuicklink: (quicklink: Quicklink) => Promise<void>;
  readonly copy: (text: string) => Promise<void>;
  readonly showInFinder: (path: string) => Promise<void>;
  readonly trash: (paths: string | readonly string[]) => Promise<void>;
  readonly formValues: () => object;
}

/** The deed of an action that Raycast itself carries out, and its title where it has one by itself. */
export function useDeed(name: string, props: Props, deeds: Deeds): object {
  const navigation = useContext(NavigationContext);
  const tell = (key: string, ...all: unknown[]): unknown => (props[key] as Told)?.(...all);
  /** An action with a title of its own, that does something with a property and tells it afterwards. */
  const that = <T>(
    title: string,
    key: string,
    told: string,
    deed: (value: T) => Promise<void>,
  ) => ({
    title: props['title'] ?? title,
    onAction: async () => {
      const value = props[key] as T;
      await deed(value);
      await tell(told, value);
    },
  });
  switch (name) {
    case 'Action.Push':
      return {
        target: undefined,
        onAction: () => {
          navigation?.push(props['target'] as ReactElement, () => void tell('onPop'));
          tell('onPush');
        },
      };
    case 'Action.Open':
      return that('Open', 'target', 'onOpen', deeds.open);
    case 'Action.OpenInBrowser':
      return that('Open in Browser', 'url', 'onOpen', deeds.open);
    case 'Action.CopyToClipboard':
      return that('Copy to Clipboard', 'content', 'onCopy', (it) => deeds.copy(String(it)));
    case 'Action.CreateQuicklink':
      return that('Create Quicklink', 'quicklink', '', deeds.createQuicklink);
    case 'Action.ShowInFinder':
      return that('Show in Finder', 'path', 'onShow', deeds.showInFinder);
    case 'Action.Trash':
      return that('Move to Trash', 'paths', 'onTrash', deeds.trash);
    case 'Action.SubmitForm':
      return {
        title: props['title'] ?? 'Submit Form',
        onAction: () => tell('onSubmit', deeds.formValues()),
      };
    default:
      return {};
  }
}
