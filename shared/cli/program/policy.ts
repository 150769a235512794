import { Option } from 'commander';
import { PRESETS, type PresetName } from '../../core/presets.ts';
import { clientsNamed } from '../clients-named.ts';
import type { Context } from '../context.ts';
import { common, type Declaring } from './declaring.ts';
import { withOptionsOfAll } from './options-of-all.ts';

/** `policy show`, `policy check`, `policy explain` and `policy presets`. */
export function policy(declaring: Declaring): void {
  const { say, help, context, done } = declaring;
  const { policy: words } = say;
  const top = common(declaring, 'policy', words.help);
  const below = (name: string, text: string) =>
    withOptionsOfAll(top.command(name).description(text).option('--json', help.json), say);
  const show = async (
    said: string | undefined,
    { preset }: { preset?: PresetName },
  ): Promise<void> => {
    const now = await context();
    if (preset !== undefined) {
      const { showPreset } = await import('../commands/policy/presets.ts');
      return done(showPreset(now, preset));
    }
    const { showPolicy } = await import('../commands/policy/show.ts');
    done(await showPolicy(now, await oneClient(now, said, 'policy show')));
  };
  top.action(() => show(undefined, {}));
  below('show', words.helpShow)
    .argument('[client]', words.client)
    .addOption(new Option('--preset <name>', words.preset).choices(PRESETS))
    .action(show);
  below('check', words.helpCheck)
    .argument('<file>', words.file)
    .action(async (file: string) => {
      const { checkPolicy } = await import('../commands/policy/check.ts');
      done(await checkPolicy(await context(), file));
    });
  below('explain', words.helpExplain)
    .argument('[client]', words.client)
    .option('--as <file>', words.as)
    .action(async (said: string | undefined, options: { as?: string }) => {
      const { explainPolicy } = await import('../commands/policy/explain.ts');
      const now = await context();
      done(await explainPolicy(now, await oneClient(now, said, 'policy explain'), options));
    });
  below('presets', words.helpPresets).action(async () => {
    const { listPresets } = await import('../commands/policy/presets.ts');
    done(listPresets(await context()));
  });
}

/** The id of the client that is named, if one is. */
async function oneClient(
  now: Context,
  said: string | undefined,
  command: string,
): Promise<string | undefined> {
  if (said === undefined) return undefined;
  const [id] = await clientsNamed(now, [said], command);
  return id === 'all' ? undefined : id;
}
