import { createElement, isValidElement } from 'react';
import type { FunctionComponent, ReactElement, ReactNode } from 'react';
import { useDeed, type Deeds } from './actions.ts';
import { enumOf, strict } from './typings.ts';

export { NavigationContext, type Navigation } from './navigation.ts';

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };

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
  Form: ['TextField', 'TextArea', 'PasswordField', 'Checkbox', 'Dropdown', 'TagPicker'].concat([
    'FilePicker',
    'Description',
    'Separator',
  ]),
  'Form.Dropdown': ['Item', 'Section'],
  'Form.TagPicker': ['Item'],
  ActionPanel: ['Section', 'Submenu'],
  Action: [
    'Push',
    'Open',
    'OpenInBrowser',
    'CopyToClipboard',
    'CreateQuicklink',
    'ShowInFinder',
    'SubmitForm',
    'Trash',
  ],
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

/** All components by name. */
export const components = (deeds: Deeds): Readonly<Record<string, object>> =>
  Object.fromEntries(
    ['List', 'Detail', 'Form', 'ActionPanel', 'Action', 'MenuBarExtra'].map((name) => [
      name,
      component(name, deeds),
    ]),
  );
