/** Where an item answers: a name on the bus and a path below it. */
export interface Place {
  readonly name: string;
  readonly path: string;
}

/**
 * One entry of `RegisteredStatusNotifierItems`. Seen: `org.kde.StatusNotifierItem-4-1/StatusNotifierItem`,
 * `:1.4/StatusNotifierItem`, `:1.4/org/ayatana/NotificationItem/x`, a bare name, and with `@` between
 * the two (gnome-shell-extension-appindicator). The pid in a name is never read: in a sandbox it is
 * another world's.
 */
export function parseRegistration(text: string): Place | undefined {
  const found = /^([:A-Za-z_][-.:\w]*)@?(\/[\w/]*)?$/.exec(text);
  return found?.[1] ? { name: found[1], path: found[2] ?? '/StatusNotifierItem' } : undefined;
}

/** As one text, for `TrayIcon.address`; `parseRegistration` reads it back. */
export const addressOf = (place: Place): string => `${place.name}${place.path}`;
