import { Card, Statistic, Tag } from "antd";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWords } from "../../shared/words.ts";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { peopleWords } from "./people.words.ts";

/** The points of the year; their entries are a page of their own. */
export function PointsCard({ memberId }: { memberId: string }) {
  const say = useWords(peopleWords);
  const read = useReading("GET /members/{id}/points", { path: { id: memberId } });
  const year = String(read.data?.year ?? "");
  return (
    <Card
      size="small"
      title={<h2 className="card-title">{say("points.title", { year })}</h2>}
      extra={<PageLink to={`/points/${memberId}`}>{say("points.open")}</PageLink>}
    >
      <Loaded of={read}>
        {({ points, attendances, workdays, covers, floor }) => (
          <>
            <Statistic className="number" value={points} />
            <p className="number">
              {say("points.attendances", { count: String(attendances), days: workdays, covers: String(covers) })}
            </p>
            {floor && (
              <p>
                {say("points.floor", { points: floor.points })}{" "}
                <Tag color={floor.reached ? "success" : "warning"}>
                  {floor.reached ? say("points.floor.reached") : say("points.floor.missing", { points: floor.missing })}
                </Tag>
              </p>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}
