/** A token of the app itself, and for how many seconds it is good. */
export interface Issued {
  token: string;
  seconds: number;
}

/** So long before its end a token is asked for anew. */
const EARLY_MS = 5 * 60_000;

/**
 * The token of an app, kept until shortly before its end; those who ask at the same time wait for one request.
 *
 * @param now - milliseconds since 1970
 */
export function appToken(ask: () => Promise<Issued>, now: () => number) {
  let kept: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;
  const renew = async () => {
    try {
      const { token, seconds } = await ask();
      kept = { token, until: now() + seconds * 1000 - EARLY_MS };
      return token;
    } finally {
      asking = undefined;
    }
  };
  return {
    async get(): Promise<string> {
      if (kept && now() < kept.until) return kept.token;
      asking ??= renew();
      return asking;
    },
    /** The provider says that a token is good no more, before its time. */
    drop(token: string): void {
      if (kept?.token === token) kept = undefined;
    },
  };
}
