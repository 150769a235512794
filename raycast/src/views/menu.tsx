import { Icon, MenuBarExtra, showHUD } from '@raycast/api';
import { whyOf } from '../requests/fault.ts';
import { launch } from '../show/launch.ts';
import { clock, dated } from '../show/clock.ts';
import { COMMANDS, type CommandName } from '../show/commands.ts';
import type { Line, Overview } from '../show/overview.ts';
import { PRESENCE, presenceWord } from '../show.ts';

/** A click unloads the menu, so whatever takes time is another command's. A switched-off one is told. */
const start = (name: CommandName, client?: string): Promise<void> =>
  launch(name, client).catch((error: unknown) =>
    showHUD(
      `“${COMMANDS[name]}” could not be started (${whyOf(error)}). Is it switched on in Raycast’s settings?`,
    ),
  );

/** Everybody who is there, each with what can be asked of it. */
export function StillHere({ seen, fault }: { seen: Overview | undefined; fault: string }) {
  return (
    <MenuBarExtra.Section title={title(seen, fault)}>
      {seen?.here.map((line) => (
        <Client key={line.client} line={line} />
      ))}
    </MenuBarExtra.Section>
  );
}

function title(seen: Overview | undefined, fault: string): string {
  if (fault) return `Cannot tell: ${fault}`;
  if (!seen) return 'Looking…';
  if (seen.here.length > 0) return 'Still Here';
  return seen.blind ? `Cannot tell: ${seen.blind}` : 'No Chat App Is Running';
}

function Client({ line: { client, name, presence, left } }: { line: Line }) {
  return (
    <MenuBarExtra.Submenu title={`${name}: ${presenceWord(presence)}`} icon={PRESENCE[presence]}>
      <MenuBarExtra.Item title={left} />
      <MenuBarExtra.Item
        title="Safe Exit"
        icon={Icon.Power}
        onAction={() => start('safe-exit', client)}
        alternate={
          <MenuBarExtra.Item
            title="Force Exit…"
            icon={Icon.Bolt}
            onAction={() => start('force-exit', client)}
          />
        }
      />
      <MenuBarExtra.Item
        title="Hide Chat Windows"
        icon={Icon.EyeDisabled}
        onAction={() => start('hide', client)}
      />
      <MenuBarExtra.Item
        title="Purge Cache…"
        icon={Icon.Trash}
        onAction={() => start('purge-cache', client)}
      />
    </MenuBarExtra.Submenu>
  );
}

/** What concerns all, and how old the menu is. */
export function Rest({ seen, isOld }: { seen: Overview | undefined; isOld: boolean }) {
  return (
    <>
      <MenuBarExtra.Section>
        {seen && seen.here.length > 0 && (
          <MenuBarExtra.Item
            title="Safe Exit All"
            icon={Icon.Logout}
            onAction={() => start('leave-everything')}
          />
        )}
        <MenuBarExtra.Item
          title="Show What Is Left…"
          icon={Icon.List}
          onAction={() => start('exit-status')}
        />
      </MenuBarExtra.Section>
      <MenuBarExtra.Section>
        {seen && seen.gone.length > 0 && (
          <MenuBarExtra.Item title={`${seen.gone.length} Others Are Gone`} />
        )}
        {seen?.blind && seen.here.length > 0 && (
          <MenuBarExtra.Item title={`Cannot tell: ${seen.blind}`} />
        )}
        {seen && <MenuBarExtra.Item title={`Updated ${isOld ? dated(seen.at) : clock(seen.at)}`} />}
      </MenuBarExtra.Section>
    </>
  );
}
