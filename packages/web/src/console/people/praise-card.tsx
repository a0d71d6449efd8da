import { Card } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import type {} from "../../shared/praise/praise.routes.ts";
import { praiseWords } from "../../shared/praise/praise.words.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Files } from "../ui/files.tsx";
import { Loaded } from "../ui/trouble.tsx";

/** Praise from outside that somebody received. */
export function PraiseCard({ memberId }: { memberId: string }) {
  const say = useWords(praiseWords);
  const when = useWhen();
  const read = useReading("GET /praise", { query: { memberId } }, { live: false });
  return (
    <Card size="small" title={<h2 className="card-title">{say("title")}</h2>}>
      <Loaded of={read}>
        {({ items }) => {
          const standing = items.filter(({ status }) => status === "standing");
          if (standing.length === 0) return <p className="quiet">{say("of.me.none")}</p>;
          return standing.map(({ id, date, issuer, text, files = [] }) => (
            <div key={id}>
              <p>
                {say("from", { issuer })} <span className="quiet">{when.date(date)}</span>
              </p>
              <p className="pre">{text}</p>
              <Files files={files} label={say("file")} />
            </div>
          ));
        }}
      </Loaded>
    </Card>
  );
}
