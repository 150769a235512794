import { presets } from '../../../policy/presets/index.ts';
import { PRESETS, type PresetName } from '../../../core/presets.ts';
import type { PrintedPolicyPresets } from '../../../schema/printed/policy.ts';
import { words } from '../../../words/words.ts';
import type { Context, ExitCode } from '../../context.ts';
import { columnsOf } from '../../print/screen.ts';
import { table } from '../../print/table.ts';

/** The presets, one a line. */
export function listPresets({ screen, json, lang }: Context): ExitCode {
  const say = words(lang).policy;
  if (json) {
    const all = PRESETS.map((name) => ({ name, means: say.presets[name] }));
    screen.json({
      schema: 'clean-exit/policy-presets/1',
      presets: all,
    } satisfies PrintedPolicyPresets);
    return 0;
  }
  const rows = PRESETS.map((name) => [name, say.presets[name]]);
  for (const line of table(rows, columnsOf(screen))) screen.say(line);
  screen.say(say.presetNext);
  return 0;
}

/** A preset as a policy file to start from. */
export function showPreset({ screen, json }: Context, name: PresetName): ExitCode {
  const file = { schema: 'clean-exit/policy/2', ...presets[name] };
  if (json) screen.json(file);
  else screen.document(file);
  return 0;
}
