import { createContext, createElement, isValidElement, useContext } from 'react';
import type { FunctionComponent, ReactElement, ReactNode } from 'react';
import { enumOf, strict } from './typings.ts';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

/** Whoever shows pages on top of each other. */
export interface Navigation {
  readonly push: (page: ReactElement) => void;
  readonly pop: () => void;
}
export const NavigationContext = createContext<Navigation | undefined>(undefined);

/** What Raycast does itself for some actions. */
export interface Deeds {
  readonly open: (target: string) => Promise<void>;
  readonly copy: (text: string) => void;
  readonly showInFinder: (path: string) => Promise<void>;
}

/** Properties that hold an element of their own; each becomes a child `slot:name`. */
const SLOTS = ['actions', 'detail', 'metadata', 'searchBarAccessory', 'alternate'];

/** The components that commands may use; whichever is missing here is an error. */
const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  List: ['Item', 'Section', 'EmptyView', 'Dropdown'],
  'List.Item': ['Detail'],
  'List.Item.Detail': ['Metadata'],
  'List.Item.Detail.Metadata': ['Label', 'Separator', 'Link', 'TagList'],
  'List.Item.Detail.Metadata.TagList': ['Item'],
  'List.Dropdown': ['Item', 'Section'],
  Detail: ['Metadata'],
  'Detail.Metadata': ['Label', 'Separator', 'Link', 'TagList'],
  'Detail.Metadata.TagList': ['Item'],
  Form: ['TextField', 'Checkbox', 'Dropdown', 'Description', 'Separator'],
  'Form.Dropdown': ['Item'],
  ActionPanel: ['Section', 'Submenu'],
  Action: ['Push', 'Open', 'OpenInBrowser', 'CopyToClipboard', 'ShowInFinder', 'SubmitForm'],
  MenuBarExtra: ['Item', 'Section', 'Submenu', 'Separator'],
};

/** One component with its members, as React sees them. */
function component(name: string, deeds: Deeds): object {
  const one: FunctionComponent<Props> = ({ children, ...props }) => {
    const slots = SLOTS.filter((slot) => isValidElement(props[slot])).map((slot) =>
      createElement(`slot:${slot}`, { key: slot }, props[slot] as ReactElement),
    );
    const rest = Object.fromEntries(Object.entries(props).filter(([key]) => !SLOTS.includes(key)));
    return createElement(name, { ...rest, ...useDeed(name, props, deeds) }, ...slots, children);
  };
  const members = (MEMBERS[name] ?? []).map((member) => [
    member,
    component(`${name}.${member}`, deeds),
  ]);
  const whole = Object.assign(one, Object.fromEntries(members), EXTRA[name]) as object;
  return strict(name, whole);
}

const EXTRA: Readonly<Record<string, object>> = {
  Action: { Style: enumOf('ActionStyle') },
};

/** The deed of an action that Raycast itself carries out, and its title where it has one by itself. */
function useDeed(name: string, props: Props, deeds: Deeds): object {
  const navigation = useContext(NavigationContext);
  const text = (key: string): string => String(props[key]);
  switch (name) {
    case 'Action.Push':
      return {
        target: undefined,
        onAction: () => navigation?.push(props['target'] as ReactElement),
      };
    case 'Action.Open':
      return { onAction: () => deeds.open(text('target')) };
    case 'Action.OpenInBrowser':
      return {
        title: props['title'] ?? 'Open in Browser',
        onAction: () => deeds.open(text('url')),
      };
    case 'Action.CopyToClipboard':
      return {
        title: props['title'] ?? 'Copy to Clipboard',
        onAction: () => deeds.copy(text('content')),
      };
    case 'Action.ShowInFinder':
      return {
        title: props['title'] ?? 'Show in Finder',
        onAction: () => deeds.showInFinder(text('path')),
      };
    default:
      return {};
  }
}

/** All components by name. */
export const components = (deeds: Deeds): Readonly<Record<string, object>> =>
  Object.fromEntries(
    ['List', 'Detail', 'Form', 'ActionPanel', 'Action', 'MenuBarExtra'].map((name) => [
      name,
      component(name, deeds),
    ]),
  );
