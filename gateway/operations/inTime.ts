/** The outcome of a promise, or `late()` as an error once it has not come in time. The promise goes on. */
export function inTime<Outcome>(
  promise: Promise<Outcome>,
  limitMs: number,
  late: () => Error,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), limitMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
