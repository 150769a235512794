import type { Platform } from '../../shared/core/model.ts';
import { whyText } from '../../shared/core/known.ts';
import { actionOf } from './actions/index.ts';
import { type DeckState } from './deck-state.ts';
import type { KeyNow } from './key.ts';
import type { Language } from './language.ts';
import { targets, nameOf } from './targets.ts';
import type { Choice, Problem, ToInspector } from './messages.ts';

interface Beside {
  readonly face: string;
  readonly platform: Platform;
  readonly language: Language | 'auto';
}

/** What the inspector of a key shows. */
export function inspectorState(key: KeyNow, state: DeckState, beside: Beside): ToInspector {
  return {
    tell: 'state',
    ...beside,
    clients: state.clients.map((client) => choice(client.id, key, state)),
    unseen: unseen(key, state),
    doubts: doubts(key, state),
    isInMultiAction: key.isInMultiAction,
    problems: problems(key, state),
  };
}

function choice(id: string, { language }: KeyNow, state: DeckState): Choice {
  const presence = !state.snapshots ? 'looking' : (state.snapshots.get(id)?.presence ?? 'unknown');
  const isHere = ['running', 'in-tray', 'residue'].includes(presence);
  return {
    id,
    name: nameOf(id, state, language),
    presence,
    installed: isHere || state.installed.has(id),
  };
}

/** What of the key's clients could not be seen, each reason once. */
function unseen(key: KeyNow, state: DeckState): ToInspector['unseen'] {
  const found = new Map<string, { readonly what: string; readonly why: string }>();
  for (const id of targets(key, state).ids) {
    const seen = state.snapshots?.get(id)?.seen;
    const { processes, trayIcons, windows } = seen ?? {};
    for (const [what, fact] of Object.entries({ processes, trayIcons, windows }))
      if (fact && !fact.known) found.set(what, { what, why: whyText(fact.why) });
    const size = state.sizes.get(id);
    if (size && !size.known && size.why.code !== 'not-looked')
      found.set('files', { what: 'files', why: whyText(size.why) });
  }
  return [...found.values()];
}

function doubts(key: KeyNow, state: DeckState): ToInspector['doubts'] {
  return targets(key, state).ids.flatMap((id) =>
    (state.snapshots?.get(id)?.seen.doubts ?? []).map(({ pid, place, level }) => ({
      ...{ client: id, name: nameOf(id, state, key.language) },
      ...{ pid, place, level },
    })),
  );
}

function problems(key: KeyNow, state: DeckState): readonly Problem[] {
  const action = actionOf(key.action);
  const isLost = state.clients.length > 0 && targets(key, state).isLost;
  return [
    ...(isLost ? (['no-such-client'] as const) : []),
    ...(action?.mustConfirm && key.isInMultiAction && key.settings.confirm
      ? (['hold-in-multi-action'] as const)
      : []),
  ];
}
