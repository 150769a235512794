/** What a check found, where the machine says it in words or numbers; anything else stands as the machine said it. */
export const checkDetail = {
  processes: (count: string, hidden: string, more: string) =>
    `${count} seen, ${hidden} hidden${more}`,
  byName: (count: string, hidden: string) => `${count} seen, ${hidden} by name only`,
  observer: (count: string) => `ps-list sees ${count}`,
  none: 'none',
  noBus: 'no session bus',
  noWatcher: 'no StatusNotifierWatcher on the session bus',
  polling: 'polling (stat)',
  notWhose: 'macOS does not say whose icon is whose',
};
