import { useReading } from "../../shared/api/use-reading.ts";
import type { Praise } from "../../shared/praise/praise.routes.ts";
import { praiseWords } from "../../shared/praise/praise.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Card } from "../ui/parts.tsx";

/** Praise from outside that the reader or one of their teams received. */
export function PraiseReceived() {
  const say = useWords(praiseWords);
  const me = useMe();
  if (!me) return null;
  return (
    <>
      <h2>{say("of.me")}</h2>
      <Received query={{ memberId: me.id }} none={say("of.me.none")} />
      {me.teamIds.map((teamId) => (
        <Received key={teamId} query={{ teamId }} />
      ))}
    </>
  );
}

function Received({ query, none }: { query: Record<string, string>; none?: string }) {
  const { data } = useReading("GET /praise", { query }, { live: false });
  const standing = (data?.items ?? []).filter(({ status }) => status === "standing");
  if (data && standing.length === 0 && none)
    return (
      <Card>
        <p className="quiet">{none}</p>
      </Card>
    );
  return standing.map((praise) => <One key={praise.id} praise={praise} />);
}

function One({ praise: { issuer, date, to, receiver, text, files = [] } }: { praise: Praise }) {
  const say = useWords(praiseWords);
  const when = useWhen();
  return (
    <Card>
      <p className="strong">{say("from", { issuer })}</p>
      <p className="quiet">
        {when.date(date)}
        {to.kind === "team" && ` · ${say("of.me.team", { team: receiver })}`}
      </p>
      <p className="pre">{text}</p>
      <div className="photos">
        {files.map(({ id, name, photo, document }) =>
          photo ? (
            <a className="photo" key={id} href={photo.url}>
              <img src={photo.thumbnail.url} alt={name} />
            </a>
          ) : (
            document && (
              <a key={id} href={document.url}>
                {name}
              </a>
            )
          ),
        )}
      </div>
    </Card>
  );
}
