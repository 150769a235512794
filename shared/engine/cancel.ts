/** What a promise comes to, or `cancelled` as soon as the person no longer wants it. */
export function orCancelled<T>(
  promise: Promise<T>,
  cancelled: AbortSignal | undefined,
): Promise<T | 'cancelled'> {
  if (!cancelled) return promise;
  if (cancelled.aborted) return Promise.resolve('cancelled');
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve('cancelled');
    cancelled.addEventListener('abort', stop, { once: true });
    promise.finally(() => cancelled.removeEventListener('abort', stop)).then(resolve, reject);
  });
}
