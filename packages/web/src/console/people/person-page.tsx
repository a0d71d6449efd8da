import { useParams } from "@tanstack/react-router";
import { Skeleton, Tag } from "antd";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Loaded, Trouble } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import { AccessCard } from "./access-card.tsx";
import { AwayCard } from "./away-card.tsx";
import { EditPerson } from "./edit-person.tsx";
import { HistoryCard } from "./history-card.tsx";
import { Leaving } from "./leaving.tsx";
import { PartsCard } from "./parts-card.tsx";
import "./people.routes.ts";
import { peopleWords } from "./people.words.ts";
import { PointsCard } from "./points-card.tsx";
import { PraiseCard } from "./praise-card.tsx";
import { ProfileCard } from "./profile-card.tsx";
import { RolesCard } from "./roles-card.tsx";

/** Somebody: what they are, have, may and did. */
export default function PersonPage() {
  const say = useWords(peopleWords);
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const read = useReading("GET /members/{id}", { path: { id } });
  const path = [{ to: "/people", title: say("title") }];
  if (read.error && !read.data)
    return (
      <Page title={say("title")} path={path}>
        <Trouble error={read.error} again={() => void read.refetch()} />
      </Page>
    );
  const member = read.data;
  return (
    <Page
      title={member?.name ?? "…"}
      path={path}
      beside={member && <Beside member={member} />}
      actions={member && <Acts member={member} />}
    >
      <Loaded of={read} skeleton={<Skeleton active paragraph={{ rows: 18 }} />}>
        {(one) => <Cards member={one} />}
      </Loaded>
    </Page>
  );
}

function Beside({ member }: { member: Member }) {
  const say = useWords(peopleWords);
  const when = useWhen();
  return (
    <>
      <span className="quiet number">{member.employeeNumber}</span>
      {member.leftOn && <Tag>{say("leftSince", { day: when.date(member.leftOn) })}</Tag>}
    </>
  );
}

function Acts({ member }: { member: Member }) {
  if (!useRoles()("administrator")) return null;
  return (
    <>
      <Leaving member={member} />
      <EditPerson member={member} />
    </>
  );
}

function Cards({ member }: { member: Member }) {
  const me = useMe();
  const isSelf = me?.id === member.id;
  const isAdministrator = useRoles()("administrator");
  const seesPoints = useRoles()("alliance", "committee", "auditor");
  const seesPraise = useRoles()("alliance", "committee", "organizer", "branchSecretary", "auditor");
  const decidesAway = useRoles()("alliance", "branchSecretary");
  const seesPeople = useRoles()("alliance", "branchSecretary", "teamLead", "auditor", "organizer");
  return (
    <div className="cards">
      <ProfileCard member={member} />
      <RolesCard member={member} mayChange={isAdministrator} isSelf={isSelf} />
      {(seesPoints || isSelf) && <PointsCard memberId={member.id} />}
      {(seesPeople || isSelf) && <PartsCard memberId={member.id} />}
      {(decidesAway || isSelf) && <AwayCard memberId={member.id} />}
      {(seesPraise || isSelf) && <PraiseCard memberId={member.id} />}
      <HistoryCard memberId={member.id} />
      {(isAdministrator || isSelf) && <AccessCard member={member} mayChange={isAdministrator} />}
    </div>
  );
}
