import { useReading } from "../../shared/api/use-reading.ts";
import type { Appointments } from "../../shared/training/trainer.routes.ts";
import { trainerPageWords } from "../../shared/training/trainer.words.ts";
import { useMe } from "../../shared/use-me.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useDomainWords, useWords } from "../../shared/words.ts";
import { Page } from "../ui/page.tsx";
import { Card, Chip, Empty, Facts } from "../ui/parts.tsx";
import { Loaded } from "../ui/trouble.tsx";

/** The reader's own appointments as a trainer. */
export default function TrainerPage() {
  const say = useWords(trainerPageWords);
  const me = useMe();
  const read = useReading(
    "GET /trainers/{memberId}",
    { path: { memberId: me?.id ?? "" } },
    { enabled: me !== undefined },
  );
  return (
    <Page title={say("mine")} back="/me">
      <Loaded of={read}>{(appointments) => <Shown appointments={appointments} />}</Loaded>
    </Page>
  );
}

function Shown({ appointments: { isTrainer, items } }: { appointments: Appointments }) {
  const say = useWords(trainerPageWords);
  if (items.length === 0) return <Empty title={say("mine.none")}>{say("mine.none.detail")}</Empty>;
  return (
    <>
      <Card>
        <Chip tone={isTrainer ? "good" : "plain"}>{say(isTrainer ? "mine.now" : "mine.not")}</Chip>
      </Card>
      {items.toReversed().map((one) => (
        <Appointment key={one.from} one={one} />
      ))}
    </>
  );
}

function Appointment({ one: { from, until, level, ended } }: { one: Appointments["items"][number] }) {
  const say = useWords(trainerPageWords);
  const word = useDomainWords();
  const when = useWhen();
  return (
    <Card>
      <h2>
        {until
          ? say("term.closed", { from: when.date(from), until: when.date(until) })
          : say("term.open", { from: when.date(from) })}
      </h2>
      <Facts items={[[say("level"), level ? word(`trainer.level.${level}`) : say("level.none")]]} />
      {ended && <p>{say("mine.reason", { reason: ended.reason })}</p>}
    </Card>
  );
}
