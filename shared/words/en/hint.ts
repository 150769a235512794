/** What a person can do next, where the verdict alone does not say it. */
export const hint = {
  stopped: 'You stopped it; run the same command again to continue.',
  window: 'A window is still open; the app may be asking something.',
  asks: (title: string, client: string) =>
    `It shows “${title}”. Answer it, or run: clean-exit force ${client}`,
  isStopped: (pid: number, client: string) =>
    `Its process is suspended and cannot answer. Resume it with "kill -CONT ${pid}" and try again, or run: clean-exit force ${client}`,
  startedMeanwhile: (client: string) =>
    `It was restarted during the exit and was left alone. Run again: clean-exit exit ${client}`,
  unasked: (client: string) =>
    `No process of it could be asked to quit. Quit it from its own menu, or run: clean-exit force ${client}`,
  heldIcon: (pid: number) =>
    `Another program that it started (pid ${pid}) still shows its icon: quit that program.`,
  ghost: 'Only a dead tray icon is left; it disappears when the panel restarts or you sign out.',
};
