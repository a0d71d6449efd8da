import { Card, Timeline } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Loaded } from "../ui/trouble.tsx";
import { useUnits } from "../units/use-units.ts";
import { peopleWords } from "./people.words.ts";

/** Units and political status by date, the newest first. */
export function HistoryCard({ memberId }: { memberId: string }) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const when = useWhen();
  const { nameOf } = useUnits();
  const read = useReading("GET /members/{id}/history", { path: { id: memberId } });
  return (
    <Card size="small" title={<h2 className="card-title">{say("history.title")}</h2>}>
      <Loaded of={read}>
        {({ affiliations, politicalStatuses }) => {
          const moves = affiliations.map(({ from, branchId, departmentId, postId }) => ({
            from,
            what: say("history.affiliation"),
            text: [branchId, departmentId, postId].map(nameOf).join(" · "),
          }));
          const statuses = politicalStatuses.map(({ from, status, text }) => ({
            from,
            what: say("history.status"),
            text: text ?? word(`member.politicalStatus.${status}`),
          }));
          return (
            <Timeline
              items={[...moves, ...statuses]
                .sort((a, b) => (a.from < b.from ? 1 : -1))
                .map(({ from, what, text }) => ({
                  key: `${what} ${from}`,
                  content: (
                    <>
                      <div className="quiet">
                        {when.date(from)} · {what}
                      </div>
                      {text}
                    </>
                  ),
                }))}
            />
          );
        }}
      </Loaded>
    </Card>
  );
}
