/** A program that may be a client, and what to do about it. */
export const doubts = {
  likely: (
    program: string,
    place: string,
    pid: number,
    client: string,
    id: string,
    quoted: string,
  ) =>
    `A program named ${program} runs at ${place} (pid ${pid}). If it is ${client}: clean-exit clients confirm ${id} ${quoted}; if not: clean-exit clients deny ${quoted}`,
  runs: (place: string, pid: number, client: string) =>
    `${place} (pid ${pid}) may be running ${client}. Quit it by hand, then check again.`,
  hidden: (pid: number, client: string) =>
    `A program (pid ${pid}) hides its path and may be ${client}. Quit it by hand, then check again.`,
  ask: (program: string, place: string, pid: number, client: string) =>
    `A program named ${program} runs at ${place} (pid ${pid}). Is it ${client}?`,
  namesake: (program: string, pid: number, place: string) =>
    `${program} (pid ${pid}) only has the same name: ${place}`,
};
