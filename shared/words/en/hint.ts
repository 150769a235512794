/** What a person can do next, where the verdict alone does not say it. */
export const hint = {
  stopped: 'You stopped it; run it again to go on.',
  window: 'A window stayed: it may be asking something.',
  isStopped: (pid: number) =>
    `It was stopped, so it answers nobody: let it go on (kill -CONT ${pid}) and try again, or end it with "clean-exit force".`,
  startedMeanwhile:
    'It was started again meanwhile, and that one was left alone: run the command once more.',
  unasked:
    'Nobody of it could be asked: quit it by its own menu, or end it with "clean-exit force".',
  heldIcon: (pid: number) =>
    `Its icon is still shown, by another program that it started (pid ${pid}): quit that one.`,
  ghost:
    'Only an icon is left, which nobody holds any more: it goes when the panel starts anew, or when you sign out.',
};
