const WIDTH = 30;

/** Tells how far something has come: a bar on a terminal, else a line each time. */
export interface Progress {
  step(done: number, what: string): void;
  /** Leaves the terminal's line to others. */
  end(): void;
}

/** A progress of so many steps on a stream, the error output of a command. */
export function createProgress(stream: NodeJS.WriteStream, total: number, verb: string): Progress {
  const isTerminal = stream.isTTY;
  return {
    step(done, what) {
      const full = Math.round((WIDTH * done) / Math.max(total, 1));
      if (!isTerminal) stream.write(`${verb} ${done} of ${total}: ${what}\n`);
      else
        stream.write(
          `\r\u001b[K[${'#'.repeat(full)}${'-'.repeat(WIDTH - full)}] ${verb} ${done}/${total} ${what}`,
        );
    },
    end() {
      if (isTerminal) stream.write('\r\u001b[K');
    },
  };
}
