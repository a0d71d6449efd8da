import { catalogue } from "@yigong/core/language/catalogue.ts";
import { Link } from "wouter";
import type { Certificate } from "../../shared/api/contract.ts";
import type { Participation } from "../../shared/api/routes.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { ButtonLink, Card, Chip, Empty, Facts } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";
import { PraiseReceived } from "./praise-received.tsx";

const words = catalogue({
  "zh-CN": {
    title: "我的记录",
    certificates: "荣誉证书",
    "certificates.none": "还没有荣誉证书",
    number: "编号",
    code: "校验码",
    issued: "颁发",
    revoked: "已撤销",
    print: "查看证书",
    verify: "核验页面",
    services: "参加的活动",
    "services.none": "还没有参加过活动",
    "services.none.detail": "报名并参加后，每一场都会列在这里。",
    look: "看看可报名的活动",
    released: "无需参加",
  },
  en: {
    title: "My record",
    certificates: "Certificates of honour",
    "certificates.none": "No certificate of honour yet",
    number: "Number",
    code: "Code",
    issued: "Issued",
    revoked: "revoked",
    print: "Show the certificate",
    verify: "Verification page",
    services: "Activities I took part in",
    "services.none": "You have not taken part in an activity yet",
    "services.none.detail": "Once you have, each session is listed here.",
    look: "See what is open to you",
    released: "need not attend",
  },
});

/** Where the reader served, and what they were honoured with. */
export default function RecordPage() {
  const say = useWords(words);
  const certificates = useReading("GET /certificates", {}, { live: false });
  const places = useReading("GET /me/participations", { query: { limit: 100 } });
  return (
    <Page title={say("title")} back="/me">
      <h2>{say("services")}</h2>
      <Loaded of={places}>{({ items }) => <Services items={items} />}</Loaded>
      <PraiseReceived />
      <h2>{say("certificates")}</h2>
      <Loaded of={certificates}>
        {({ items }) =>
          items.length === 0 ? (
            <Card>
              <p className="quiet">{say("certificates.none")}</p>
            </Card>
          ) : (
            items.map((certificate) => <One key={certificate.id} certificate={certificate} />)
          )
        }
      </Loaded>
    </Page>
  );
}

function Services({ items }: { items: readonly Participation[] }) {
  const say = useWords(words);
  const word = useDomainWords();
  const when = useWhen();
  if (items.length === 0)
    return (
      <Empty
        title={say("services.none")}
        act={
          <ButtonLink kind="quiet" href="/activities">
            {say("look")}
          </ButtonLink>
        }
      >
        {say("services.none.detail")}
      </Empty>
    );
  return (
    <ul className="items">
      {items.map(({ activityId, sessionId, title, place, startsAt, endsAt, state }) => (
        <li key={sessionId}>
          <Link href={`/activities/${activityId}`} className="item">
            <div className="row top-aligned">
              <p className="strong clamp grow">{title}</p>
              <Chip tone={state === "placed" ? "good" : "plain"}>
                {state === "released" ? say("released") : word(`participation.place.${state}`)}
              </Chip>
            </div>
            <p>{when.period(startsAt, endsAt)}</p>
            <p className="quiet clamp">{place}</p>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function One({ certificate }: { certificate: Certificate }) {
  const say = useWords(words);
  const when = useWhen();
  const { id, honour, year, issuedOn, code, status, verificationUrl } = certificate;
  return (
    <Card>
      <div className="row top-aligned">
        <h3 className="grow">
          {year} · {honour}
        </h3>
        {status === "revoked" && <Chip tone="late">{say("revoked")}</Chip>}
      </div>
      <Facts
        items={[
          [say("number"), id],
          [say("issued"), when.date(issuedOn)],
          [say("code"), code],
        ]}
      />
      <div className="pair">
        <a className="button plain" href={`/api/v1/certificates/${encodeURIComponent(id)}/pdf`}>
          {say("print")}
        </a>
        <a className="button plain" href={verificationUrl}>
          {say("verify")}
        </a>
      </div>
    </Card>
  );
}
