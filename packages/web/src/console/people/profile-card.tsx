import { Button, Card, Descriptions, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useMarks } from "../../shared/marks.ts";
import { useAct } from "../../shared/use-act.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Trouble } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { useUnits } from "../units/use-units.ts";
import { peopleWords } from "./people.words.ts";

/** What somebody is on the roster. */
export function ProfileCard({ member }: { member: Member }) {
  const say = useWords(peopleWords);
  const word = useDomainWords();
  const when = useWhen();
  const { nameOf } = useUnits();
  const { within } = useMarks();
  const { politicalStatus, politicalText, branchId, departmentId, postId, teamIds, skills, skillsUntil = {} } = member;
  const status = word(`member.politicalStatus.${politicalStatus}`);
  const tags = (values: readonly string[]) =>
    values.length === 0 ? say("none") : values.map((value) => <Tag key={value}>{value}</Tag>);
  const untilOf = (skill: string) =>
    skillsUntil[skill] && say("skills.ends", { skill, day: when.date(skillsUntil[skill]) });
  const items = [
    ["politicalStatus", politicalText && politicalText !== status ? within(status, politicalText) : status],
    ["branchId", nameOf(branchId)],
    ["departmentId", nameOf(departmentId)],
    ["postId", nameOf(postId)],
    ["teamIds", tags(teamIds.map(nameOf))],
    ["skills", tags(skills.map((skill) => untilOf(skill) ?? skill))],
    ["trainer", say(member.trainer ? "yes" : "no")],
    ["volunteerSince", member.volunteerSince ? when.date(member.volunteerSince) : "–"],
    ["mobile", <Phone key="mobile" member={member} />],
  ] as const;
  return (
    <Card size="small" title={<h2 className="card-title">{say("profile.title")}</h2>}>
      <Descriptions
        column={1}
        size="small"
        items={items.map(([key, children]) => ({ key, label: say(key), children }))}
      />
    </Card>
  );
}

/** Masked until somebody asks; the asking is recorded. */
function Phone({ member: { id, mobile } }: { member: Member }) {
  const say = useWords(peopleWords);
  const me = useMe();
  const mayAsk = useRoles()("administrator", "alliance", "branchSecretary", "organizer") || me?.id === id;
  const ask = useAct(() => call("GET /members/{id}/contact", { path: { id } }));
  if (ask.data)
    return (
      <span className="number" role="status">
        {[ask.data.mobile, ask.data.email].filter(Boolean).join(" · ") || say("contact.none")}
      </span>
    );
  return (
    <span className="contact">
      <span className="number">{mobile ?? say("contact.none")}</span>{" "}
      {mayAsk && (
        <Button size="small" title={say("contact.note")} loading={ask.isPending} onClick={() => ask.mutate()}>
          {say("contact.show")}
        </Button>
      )}
      {ask.error && <Trouble error={ask.error} />}
    </span>
  );
}
