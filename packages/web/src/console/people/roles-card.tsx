import type { Grant } from "@yigong/core/permission/role.ts";
import { Card, Collapse, Divider } from "antd";
import { call } from "../../shared/api/call.ts";
import type { Member } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { GiveRole, NameDeputy } from "./give-role.tsx";
import type { History } from "./people.routes.ts";
import { peopleWords } from "./people.words.ts";
import { useRoleText } from "./role-text.ts";

interface Props {
  member: Member;
  mayChange: boolean;
  isSelf: boolean;
}

/** Which roles somebody has, since when and until when, and who stands in. */
export function RolesCard({ member, mayChange, isSelf }: Props) {
  const say = useWords(peopleWords);
  const read = useReading("GET /members/{id}/history", { path: { id: member.id } });
  return (
    <Card size="small" title={<h2 className="card-title">{say("roles.title")}</h2>}>
      <Loaded of={read}>
        {(history) => (
          <>
            <Roles history={history} member={member} mayTake={mayChange && !isSelf} />
            {mayChange && isSelf && <p className="quiet">{say("roles.own")}</p>}
            {mayChange && !isSelf && (
              <div className="row">
                <div className="row-acts">
                  <GiveRole member={member} />
                </div>
              </div>
            )}
            <Divider size="small" />
            <Deputies history={history} member={member} mayName={mayChange} />
          </>
        )}
      </Loaded>
    </Card>
  );
}

function Period({ from, until }: Pick<Grant, "from" | "until">) {
  const say = useWords(peopleWords);
  const when = useWhen();
  const [begin, end] = [when.day(from), until && when.day(until)];
  return (
    <span className="quiet">
      {end ? say("roles.periodUntil", { from: begin, until: end }) : say("roles.period", { from: begin })}
    </span>
  );
}

interface ListProps {
  history: History;
  member: Member;
}

function Roles({ history, member, mayTake }: ListProps & { mayTake: boolean }) {
  const say = useWords(peopleWords);
  const textOf = useRoleText();
  const now = new Date().toISOString();
  const isOver = ({ until }: Grant) => until !== undefined && until <= now;
  const [current, past] = [history.roles.filter((grant) => !isOver(grant)), history.roles.filter(isOver)];
  const line = (grant: History["roles"][number]) => (
    <div className="row" key={JSON.stringify(grant)}>
      <span>
        {textOf(grant)}
        {grant.principal && <span className="quiet"> {say("roles.deputyFor", { name: grant.principal.name })}</span>}
      </span>
      <Period {...grant} />
      {mayTake && !grant.deputyFor && !isOver(grant) && <TakeRole member={member} grant={grant} />}
    </div>
  );
  return (
    <>
      {current.length === 0 && <p className="quiet">{say("roles.none")}</p>}
      {current.map(line)}
      {past.length > 0 && (
        <Collapse ghost size="small" items={[{ key: "past", label: say("roles.past"), children: past.map(line) }]} />
      )}
    </>
  );
}

function TakeRole({ member: { id, name }, grant }: { member: Member; grant: Grant }) {
  const say = useWords(peopleWords);
  const role = useRoleText()(grant);
  const { scope } = grant;
  const query = { role: grant.role, scope: scope.kind, ...(scope.kind !== "all" && { unitId: scope.unitId }) };
  return (
    <ActButton
      size="small"
      ask={say("roles.take.ask", { name, role })}
      act={() => call("DELETE /members/{id}/roles", { path: { id }, query })}
      done={say("roles.taken", { name, role })}
    >
      {say("roles.take")}
    </ActButton>
  );
}

function Deputies({ history, member, mayName }: ListProps & { mayName: boolean }) {
  const say = useWords(peopleWords);
  const textOf = useRoleText();
  const own = history.roles.filter(({ deputyFor }) => deputyFor === undefined);
  return (
    <>
      <h3 className="card-title">{say("deputies.title")}</h3>
      {history.deputies.length === 0 && <p className="quiet">{say("deputies.none")}</p>}
      {history.deputies.map((deputy) => (
        <div className="row" key={JSON.stringify(deputy)}>
          <span>
            <PageLink to={`/people/${deputy.memberId}`}>{deputy.name}</PageLink>{" "}
            <span className="quiet">{textOf(deputy)}</span>
          </span>
          <Period {...deputy} />
        </div>
      ))}
      {mayName &&
        (own.length > 0 ? (
          <div className="row">
            <div className="row-acts">
              <NameDeputy member={member} held={own} />
            </div>
          </div>
        ) : (
          <p className="quiet">{say("deputies.without")}</p>
        ))}
    </>
  );
}
