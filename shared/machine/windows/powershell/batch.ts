/**
 * Calls of one moment made into one: what is asked in the same tick is asked together, because every start
 * of PowerShell costs a second. `all` answers one for each, in the same order.
 */
export function batched<Q, A>(
  all: (questions: readonly Q[]) => Promise<readonly A[]>,
): (question: Q) => Promise<A> {
  let waiting: Q[] = [];
  let answers: Promise<readonly A[]> | undefined;
  return async (question) => {
    const at = waiting.push(question) - 1;
    answers ??= Promise.resolve().then(() => {
      const questions = waiting;
      waiting = [];
      answers = undefined;
      return all(questions);
    });
    const answer = (await answers)[at];
    if (answer === undefined) throw new Error(`no answer to question ${at}`);
    return answer;
  };
}
