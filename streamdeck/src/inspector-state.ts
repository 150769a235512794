import type { Platform } from '../../shared/core/model.ts';
import { whyText } from '../../shared/core/known.ts';
import { actionOf } from './actions/index.ts';
import type { DeckState } from './deck-state.ts';
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
export function inspectorState(key: KeyNow, facts: DeckState, beside: Beside): ToInspector {
  return {
    tell: 'state',
    ...beside,
    clients: facts.clients.map((client) => choice(client.id, key, facts)),
    unseen: unseen(key, facts),
    doubts: doubts(key, facts),
    isInMultiAction: key.isInMultiAction,
    problems: problems(key, facts),
  };
}

function choice(id: string, { language }: KeyNow, facts: DeckState): Choice {
  const presence = !facts.glances ? 'looking' : (facts.glances.get(id)?.presence ?? 'unknown');
  const isHere = ['running', 'in-tray', 'residue'].includes(presence);
  return {
    id,
    name: nameOf(id, facts, language),
    presence,
    installed: isHere || facts.installed.has(id),
  };
}

/** What of the key's clients could not be seen, each reason once. */
function unseen(key: KeyNow, facts: DeckState): ToInspector['unseen'] {
  const found = new Map<string, { readonly what: string; readonly why: string }>();
  for (const id of targets(key, facts).ids) {
    const seen = facts.glances?.get(id)?.seen;
    const { processes, trayIcons, windows } = seen ?? {};
    for (const [what, fact] of Object.entries({ processes, trayIcons, windows }))
      if (fact && !fact.known) found.set(what, { what, why: whyText(fact.why) });
    const size = facts.sizes.get(id);
    if (size && !size.known && size.why.code !== 'not-looked')
      found.set('files', { what: 'files', why: whyText(size.why) });
  }
  return [...found.values()];
}

function doubts(key: KeyNow, facts: DeckState): ToInspector['doubts'] {
  return targets(key, facts).ids.flatMap((id) =>
    (facts.glances?.get(id)?.seen.doubts ?? []).map(({ pid, place, level }) => ({
      ...{ client: id, name: nameOf(id, facts, key.language) },
      ...{ pid, place, level },
    })),
  );
}

function problems(key: KeyNow, facts: DeckState): readonly Problem[] {
  const action = actionOf(key.action);
  const isLost = facts.clients.length > 0 && targets(key, facts).isLost;
  return [
    ...(isLost ? (['no-such-client'] as const) : []),
    ...(action?.mustConfirm && key.isInMultiAction && key.settings.confirm
      ? (['hold-in-multi-action'] as const)
      : []),
  ];
}
