import { createContext, type ReactNode } from 'react';
import Reconciler from 'react-reconciler';
import { DefaultEventPriority } from 'react-reconciler/constants.js';
import type { Node } from './tree.ts';

type Props = Readonly<Record<string, unknown>>;
const withoutChildren = ({ children: _children, ...props }: Props): Props => props;

/** Puts a child before another one, or at the end; whoever is there already moves. */
function place(parent: Node, child: Node, before?: Node): void {
  remove(parent, child);
  parent.children.splice(
    before ? parent.children.indexOf(before) : parent.children.length,
    0,
    child,
  );
}

function remove(parent: Node, child: Node): void {
  const at = parent.children.indexOf(child);
  if (at >= 0) parent.children.splice(at, 1);
}

const nothing = (): undefined => undefined;
let priority = 0;

/** The host of React for trees of plain nodes: react-reconciler's mutation mode. */
const config = {
  supportsMutation: true,
  supportsPersistence: false,
  supportsHydration: false,
  isPrimaryRenderer: true,
  supportsMicrotasks: true,
  noTimeout: -1,
  scheduleTimeout: setTimeout,
  cancelTimeout: clearTimeout,
  scheduleMicrotask: queueMicrotask,
  createInstance: (type: string, props: Props): Node => ({
    type,
    props: withoutChildren(props),
    children: [],
  }),
  createTextInstance: (text: string): Node => ({ type: '#text', props: {}, children: [], text }),
  appendInitialChild: place,
  appendChild: place,
  appendChildToContainer: place,
  insertBefore: place,
  insertInContainerBefore: place,
  removeChild: remove,
  removeChildFromContainer: remove,
  clearContainer: (root: Node) => void root.children.splice(0),
  commitUpdate: (node: Node, _type: string, _old: Props, props: Props) => {
    node.props = withoutChildren(props);
  },
  commitTextUpdate: (node: Node, _old: string, text: string) => {
    node.text = text;
  },
  finalizeInitialChildren: () => false,
  shouldSetTextContent: () => false,
  shouldAttemptEagerTransition: () => false,
  maySuspendCommit: () => false,
  preloadInstance: () => true,
  getRootHostContext: () => ({}),
  getChildHostContext: (context: object) => context,
  getPublicInstance: (node: Node) => node,
  getInstanceFromNode: () => null,
  getInstanceFromScope: () => null,
  prepareForCommit: () => null,
  waitForCommitToBeReady: () => null,
  resolveEventType: () => null,
  resolveEventTimeStamp: () => -1.1,
  NotPendingTransition: null,
  HostTransitionContext: createContext(null),
  setCurrentUpdatePriority: (now: number) => {
    priority = now;
  },
  getCurrentUpdatePriority: () => priority,
  resolveUpdatePriority: () => priority || DefaultEventPriority,
  ...Object.fromEntries(
    [
      ...['preparePortalMount', 'detachDeletedInstance', 'beforeActiveInstanceBlur'],
      ...['afterActiveInstanceBlur', 'prepareScopeUpdate', 'resetFormInstance', 'hideInstance'],
      ...['requestPostPaintCallback', 'trackSchedulerEvent', 'startSuspendingCommit'],
      ...['suspendInstance', 'unhideInstance', 'hideTextInstance', 'unhideTextInstance'],
    ].map((name) => [name, nothing]),
  ),
};

export interface Rendering {
  readonly root: Node;
  /** What is shown first is there when this returns. */
  readonly render: (element: ReactNode) => void;
}

/**
 * Renders into a tree; `onCommit` is called after each change, `onError` with whatever a component threw that no
 * component above it caught.
 */
export function renderer(onCommit: () => void, onError: (error: unknown) => void): Rendering {
  const root: Node = { type: 'root', props: {}, children: [] };
  const made = Reconciler({
    ...config,
    resetAfterCommit: onCommit,
  } as unknown as Parameters<typeof Reconciler>[0]) as unknown as Made;
  const container = made.createContainer(
    ...[root, 1, null, false, null, '', onError, nothing, onError, null],
  );
  return {
    root,
    render: (element) => {
      made.updateContainerSync(element, container, null, null);
      made.flushSyncWork();
    },
  };
}

/** React 19's reconciler; its published types are of an older one. */
interface Made {
  createContainer(...all: readonly unknown[]): unknown;
  updateContainerSync(element: ReactNode, container: unknown, parent: null, then: null): void;
  flushSyncWork(): void;
}
