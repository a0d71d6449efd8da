import { Alert, Button, Skeleton } from "antd";
import type { ReactNode } from "react";
import { isUnreached, Refused } from "../../shared/api/problem.ts";
import type { Read } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { uiWords } from "./ui.words.ts";

interface Problem {
  error: unknown;
  again?: (() => void) | undefined;
}

/** What happened, what to do, and a code: the API's own words when it refused. */
export function Trouble({ error, again }: Problem) {
  const say = useWords(uiWords);
  const refused = error instanceof Refused ? error : undefined;
  const known = refused && (refused.status < 500 || refused.status === 503);
  const unreached = isUnreached(error);
  // Asking again would be refused again.
  const isBarred = again !== undefined && refused?.status === 403;
  const title = unreached ? say("offline.title") : (known && refused.title) || say("fault.title");
  const detail = unreached ? say("offline.detail") : (known && refused.message) || say("fault.detail");
  return (
    <Alert
      type={known || unreached ? "warning" : "error"}
      showIcon
      role="alert"
      title={title}
      description={
        <>
          <p>{detail}</p>
          {refused && (
            <p className="code">
              {say("fault.code", { code: refused.code })}
              {!known && refused.requestId && ` · ${say("fault.request", { id: refused.requestId })}`}
            </p>
          )}
        </>
      }
      {...(isBarred
        ? { action: <Button href="/console">{say("fault.home")}</Button> }
        : again
          ? { action: <Button onClick={again}>{say("again")}</Button> }
          : {})}
    />
  );
}

/** A page that failed while it was drawn. */
export function Crashed({ error }: { error: unknown }) {
  const say = useWords(uiWords);
  if (error instanceof Refused || isUnreached(error)) return <Trouble error={error} again={() => location.reload()} />;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={say("crash.title")}
      description={say("crash.detail")}
      action={<Button onClick={() => location.reload()}>{say("again")}</Button>}
    />
  );
}

interface Loading<T> {
  of: Read<T>;
  /** As large as what will be there, so that nothing moves. */
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
          <Alert
            type="warning"
            banner
            role="status"
            title={isUnreached(of.error) ? say("offline.old") : of.error.message || say("offline.old")}
          />
        )}
        {children(of.data)}
      </>
    );
  if (of.error) return <Trouble error={of.error} again={() => void of.refetch()} />;
  return (
    <div role="status" aria-label={say("loading")} className="bones">
      {skeleton ?? <Skeleton active paragraph={{ rows: 6 }} />}
    </div>
  );
}
