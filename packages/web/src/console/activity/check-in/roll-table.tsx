import { Table, Tag, Tooltip } from "antd";
import type { Activity, Roll, RollPerson } from "../../../shared/api/routes.ts";
import { useWhen } from "../../../shared/use-when.ts";
import { useWords } from "../../../shared/words.ts";
import { Person } from "../../ui/person.tsx";
import { SaveButton } from "../../ui/save-button.tsx";
import { useWall } from "../../ui/use-wall.ts";
import { checkInWords } from "./check-in.words.ts";
import { RollActs } from "./roll-acts.tsx";

interface Props {
  roll: Roll;
  activity: Activity;
}

/** Everybody who is expected or has come, what stands about them, and what the leader may say. */
export function RollTable({ roll, activity }: Props) {
  const say = useWords(checkInWords);
  const count = (state: string | undefined) => roll.people.filter(({ stands }) => stands?.state === state).length;
  return (
    <section>
      <div className="list-head">
        <h2>
          {say("roll")}{" "}
          <span className="quiet number">
            {say("roll.counts", {
              present: String(count("present")),
              absent: String(count("absent")),
              open: String(roll.people.filter((one) => !one.stands && isExpected(one)).length),
            })}
          </span>
        </h2>
        <Save roll={roll} title={activity.title} />
      </div>
      <Table<RollPerson>
        size="middle"
        rowKey="memberId"
        pagination={roll.people.length > 100 ? { pageSize: 100, showSizeChanger: false } : false}
        dataSource={roll.people}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: say("empty") }}
        columns={[
          { title: say("person"), key: "person", render: (_, row) => <Somebody person={row} /> },
          { title: say("stands"), key: "stands", render: (_, row) => <Stands person={row} /> },
          { title: say("source"), key: "source", render: (_, row) => <Source person={row} /> },
          {
            key: "acts",
            title: <span className="unseen">{say("acts")}</span>,
            render: (_, row) => roll.mayCall && <RollActs person={row} activityId={activity.id} roll={roll} />,
          },
        ]}
      />
    </section>
  );
}

function Somebody({ person }: { person: RollPerson }) {
  const say = useWords(checkInWords);
  return (
    <>
      <Person {...person} />
      {person.sharedDevice && (
        <Tooltip title={say("shared.why")}>
          <Tag color="warning" tabIndex={0}>
            {say("shared")}
          </Tag>
        </Tooltip>
      )}
    </>
  );
}

/** Whoever has a place or owes an answer; others on the duty list are excused, or work for somebody, and may come all the same. */
const isExpected = ({ placed, mayBeAbsent }: Pick<RollPerson, "placed" | "mayBeAbsent">): boolean =>
  placed || mayBeAbsent;

function Stands({ person }: { person: RollPerson }) {
  const { stands } = person;
  const say = useWords(checkInWords);
  const when = useWhen();
  if (!stands)
    return (
      <>
        <span className="quiet">{say(isExpected(person) ? "notYet" : "notExpected")}</span>
        {person.cannot && <div className="quiet">{say("cannot", { why: person.cannot })}</div>}
      </>
    );
  const isPresent = stands.state === "present";
  const word = isPresent ? say("present") : say(stands.excused ? "excused" : "absent");
  return (
    <>
      <Tag color={isPresent ? "success" : "error"}>{word}</Tag>{" "}
      <span className="nowrap">{when.instant(stands.at)}</span>
      {stands.checkedOutAt && (
        <span className="quiet nowrap"> {say("out", { when: when.instant(stands.checkedOutAt) })}</span>
      )}
      {stands.statedHalfDays !== undefined && (
        <span className="quiet"> {say("half.value", { days: String(stands.statedHalfDays / 2) })}</span>
      )}
      {stands.why && <div className="quiet">{stands.why}</div>}
    </>
  );
}

function Source({ person: { stands, memberId } }: { person: RollPerson }) {
  const say = useWords(checkInWords);
  if (!stands) return null;
  return (
    <>
      {stands.sourceText}
      {stands.by !== memberId && stands.source !== "automatic" && (
        <div className="quiet">{say("by", { name: stands.byName })}</div>
      )}
    </>
  );
}

function Save({ roll, title }: { roll: Roll; title: string }) {
  const say = useWords(checkInWords);
  const wall = useWall();
  return (
    <SaveButton
      name={`${title} ${say("roll")}`}
      columns={[
        { header: say("person") },
        { header: say("stands") },
        { header: say("source") },
        { header: "" },
        { header: say("halfDays") },
      ]}
      rows={() =>
        roll.people.map(({ stands, ...person }) => [
          person.name,
          say(stands?.state ?? (isExpected(person) ? "notYet" : "notExpected")),
          stands?.sourceText,
          wall(stands?.at),
          stands?.statedHalfDays === undefined ? undefined : stands.statedHalfDays / 2,
        ])
      }
    />
  );
}
