import { readFile, stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** Looks at a file again and again until it is closed. */
export interface FileWatch {
  /** Reads the file now and tells its text, even one that has been told before. */
  look(): Promise<void>;
  close(): void;
}

export interface FileWatchSettings {
  readonly file: string;
  readonly everyMs: number;
  /** Is told the text when the file has changed; the next look waits for it. Must not reject. */
  readonly onText: (text: string) => Promise<void>;
  /** Is told once that the file cannot be read, and again when the reason is another one. */
  readonly onUnreadable: (reason: string) => void;
}

/**
 * Looks at times, size and place of a file, and reads it when one of them has changed. It is not listened to with
 * `fs.watch`: that misses changes where files are mounted into containers, and loses a file that is replaced.
 */
export function watchFile({ file, everyMs, onText, onUnreadable }: FileWatchSettings): FileWatch {
  const closed = new AbortController();
  // The text that serves has been read before; whatever has come between is found by the first look.
  let seen = '';
  let looking = Promise.resolve();

  const lookNow = async (isForced: boolean): Promise<void> => {
    try {
      const before = await marksOf(file);
      if (before === seen && !isForced) return;
      const text = await readFile(file, 'utf8');
      // Whoever writes it is not done: the next look finds the rest.
      if ((await marksOf(file)) !== before) return;
      seen = before;
      await onText(text);
    } catch (error) {
      const reason = `the file cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
      if (seen !== reason) onUnreadable(reason);
      seen = reason;
    }
  };
  /** One look after the other, so that texts are told in the order in which they were written. */
  const look = (isForced: boolean): Promise<void> => (looking = looking.then(() => lookNow(isForced)));

  const lookOften = async (): Promise<void> => {
    while (!closed.signal.aborted) {
      await look(false);
      await delay(everyMs, undefined, { signal: closed.signal, ref: false }).catch(() => undefined);
    }
  };
  void lookOften();
  return { look: () => look(true), close: () => closed.abort() };
}

async function marksOf(file: string): Promise<string> {
  const { mtimeMs, ctimeMs, size, ino } = await stat(file);
  return [mtimeMs, ctimeMs, size, ino].join(' ');
}
