import type { ReactNode } from "react";
import { isUnreached, Refused } from "../../shared/api/problem.ts";
import type { Read } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { Button } from "./parts.tsx";
import { uiWords } from "./ui.words.ts";

/** What happened, what to do, and a code: the API's own words when it refused. */
export function Trouble({ error, again }: { error: unknown; again?: (() => void) | undefined }) {
  const say = useWords(uiWords);
  const refused = error instanceof Refused ? error : undefined;
  // What is down for a moment says so itself; what is our mistake is told in words of ours.
  const known = refused && (refused.status < 500 || refused.status === 503);
  const unreached = isUnreached(error);
  const title = unreached ? say("offline.title") : (known && refused.title) || say("fault.title");
  const detail = unreached ? say("offline.detail") : (known && refused.message) || say("fault.detail");
  return (
    <div className="note late" role="alert">
      <p className="strong">{title}</p>
      <p>{detail}</p>
      {refused && (
        <p className="code">
          {say("fault.code", { code: refused.code })}
          {!known && refused.requestId && ` · ${say("fault.request", { id: refused.requestId })}`}
        </p>
      )}
      {again && (
        <Button kind="plain" onClick={again}>
          {say("again")}
        </Button>
      )}
    </div>
  );
}

export function Skeleton({ lines = 3, cards = 2 }: { lines?: number; cards?: number }) {
  const say = useWords(uiWords);
  const count = (most: number) => [...Array(most).keys()];
  return (
    <div role="status" aria-label={say("loading")}>
      {count(cards).map((card) => (
        <div className="card bones" key={card} aria-hidden="true">
          {count(lines).map((line) => (
            <span className="bone" key={line} />
          ))}
        </div>
      ))}
    </div>
  );
}

interface Loading<T> {
  of: Read<T>;
  skeleton?: ReactNode;
  children: (data: T) => ReactNode;
}

/** What was read; until then its outline; and when it could not be read, why. What was seen last stays. */
export function Loaded<T>({ of, skeleton, children }: Loading<T>) {
  const say = useWords(uiWords);
  if (of.data !== undefined)
    return (
      <>
        {of.error && (
          <p className="banner" role="status">
            {isUnreached(of.error) ? say("offline.old") : of.error.message || say("offline.old")}
          </p>
        )}
        {children(of.data)}
      </>
    );
  if (of.error) return <Trouble error={of.error} again={() => void of.refetch()} />;
  return <>{skeleton ?? <Skeleton />}</>;
}
