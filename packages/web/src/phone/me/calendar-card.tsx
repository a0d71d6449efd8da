import { useRef, useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Button, Card, Done } from "../ui/parts.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { meWords } from "./me.words.ts";

/** The private address of the reader's calendar: webviews open no calendar files, so it is copied. */
export function CalendarCard() {
  const say = useWords(meWords);
  const when = useWhen();
  const calendar = useReading("GET /me/calendar", {}, { live: false });
  const make = useAct(() => call("POST /me/calendar"));
  const stop = useAct(() => call("DELETE /me/calendar"));
  const error = make.error ?? stop.error;
  return (
    <Card>
      <h2>{say("calendar")}</h2>
      <p className="quiet">{say("calendar.what")}</p>
      <Loaded of={calendar}>
        {({ createdAt }) =>
          createdAt ? (
            <>
              {make.data ? (
                <Address url={make.data.url} />
              ) : (
                <p>{say("calendar.since", { when: when.instant(createdAt) })}</p>
              )}
              <div className="pair">
                <Button kind="quiet" busy={make.isPending} onClick={() => make.mutate()}>
                  {say("calendar.renew")}
                </Button>
                <Button kind="quiet" busy={stop.isPending} onClick={() => stop.mutate()}>
                  {say("calendar.stop")}
                </Button>
              </div>
            </>
          ) : (
            <Button kind="plain" busy={make.isPending} onClick={() => make.mutate()}>
              {say("calendar.make")}
            </Button>
          )
        }
      </Loaded>
      {error && <Trouble error={error} />}
    </Card>
  );
}

function Address({ url }: { url: string }) {
  const say = useWords(meWords);
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    field.current?.select();
    // Webviews without a clipboard still copy what is selected.
    const done = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    setCopied(done ?? document.execCommand("copy"));
  };
  return (
    <>
      <input ref={field} type="text" readOnly value={url} aria-label={say("calendar.address")} />
      <Button kind="plain" onClick={() => void copy()}>
        {say("calendar.copy")}
      </Button>
      {copied && <Done>{say("calendar.copied")}</Done>}
    </>
  );
}
