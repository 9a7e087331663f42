/** Ends this program on Ctrl-C and SIGTERM in such a way that the programs it has started end with it. */
export function endOnSignal(): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    // A signal alone would end it without the listeners of "exit", which look after what was started.
    process.once(signal, () => process.exit(code));
  }
}
