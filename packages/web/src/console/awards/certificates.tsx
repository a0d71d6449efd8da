import { Table, Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { DownloadButton } from "../ui/download.tsx";
import { Person } from "../ui/person.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { useRoles } from "../ui/use-roles.ts";
import type { Issued } from "./awards.routes.ts";
import { awardsWords } from "./awards.words.ts";

/** The certificates of a year: to download, and to revoke with a reason. */
export function Certificates({ year }: { year: number }) {
  const say = useWords(awardsWords);
  const when = useWhen();
  const is = useRoles();
  const read = useReading("GET /certificates", { query: { year, limit: 200 } });
  return (
    <Loaded of={read}>
      {({ items }) => (
        <Table<Issued>
          rowKey="id"
          pagination={false}
          scroll={{ x: "max-content" }}
          dataSource={items as Issued[]}
          locale={{ emptyText: say("certificate.none") }}
          columns={[
            { title: say("certificate.column.number"), dataIndex: "id", className: "number", width: 120 },
            {
              title: say("column.person"),
              width: 160,
              render: (_, { memberId, name }) =>
                memberId ? <Person memberId={memberId} name={name} /> : say("certificate.erased"),
            },
            { title: say("certificate.column.honour"), dataIndex: "honour" },
            {
              title: say("certificate.column.status"),
              render: (_, { status, revocation }) => (
                <>
                  <Tag color={status === "issued" ? "success" : "default"}>{say(`certificate.${status}`)}</Tag>
                  {revocation && <span className="quiet">{revocation.reason}</span>}
                </>
              ),
            },
            { title: say("certificate.column.issuedOn"), render: (_, { issuedOn }) => when.date(issuedOn) },
            {
              title: say("certificate.column.code"),
              render: (_, { code, verificationUrl }) => (
                <a href={verificationUrl} className="code">
                  {code}
                </a>
              ),
            },
            {
              title: say("certificate.column.acts"),
              key: "acts",
              render: (_, { id, status }) => (
                <div className="list-tools">
                  {is("committee", "alliance") && (
                    <DownloadButton path={`/certificates/${id}/pdf`} name={`certificate-${id}.pdf`}>
                      {say("certificate.download")}
                    </DownloadButton>
                  )}
                  {is("committee") && status === "issued" && (
                    <ActButton
                      danger
                      ask={say("certificate.revoke.ask")}
                      reason="needed"
                      act={(reason) => call("POST /certificates/{id}/revocation", { path: { id }, body: { reason } })}
                      done={say("certificate.revoke.done", { number: id })}
                    >
                      {say("certificate.revoke")}
                    </ActButton>
                  )}
                </div>
              ),
            },
          ]}
        />
      )}
    </Loaded>
  );
}
