import { scoreIn, scoreText } from "@yigong/core/nomination/score.ts";
import { Alert, Button, Input, Select, Upload } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useLanguage } from "../../shared/language.ts";
import { newId } from "../../shared/new-id.ts";
import { nominationPageWords } from "../../shared/training/nomination.words.ts";
import type { Nomination, Scores } from "../../shared/training/trainer.routes.ts";
import { useAct } from "../../shared/use-act.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Trouble } from "../ui/trouble.tsx";

interface Typed {
  key: string;
  memberId: string | undefined;
  score: string;
}

const typedOf = (candidates: readonly { memberId: string; score: number }[]): Typed[] =>
  candidates.map(({ memberId, score }) => ({ key: newId(), memberId, score: scoreText(score) }));

const isWhole = (typed: readonly Typed[]): boolean =>
  typed.every(({ memberId, score }) => memberId !== undefined && scoreIn(score) !== undefined);

/** The department's candidates with their scores, typed or from a file, saved as a whole list. */
export function PutForward({ nomination: { id, version, candidates, draw } }: { nomination: Nomination }) {
  const say = useWords(nominationPageWords);
  const when = useWhen();
  const [typed, setTyped] = useState(() => typedOf(candidates));
  return (
    <ActButton
      type="primary"
      width={640}
      ask={say("edit.hint", { at: when.instant(draw.knownFrom) })}
      fields={<Fields id={id} typed={typed} set={setTyped} />}
      ready={isWhole(typed)}
      act={() =>
        call("PUT /nominations/{id}/candidates", {
          path: { id },
          body: { candidates: typed.map(({ memberId, score }) => ({ memberId, score: score.trim() })), version },
        })
      }
      done={say("edited", { count: String(typed.length) })}
    >
      {say("edit")}
    </ActButton>
  );
}

interface Props {
  id: string;
  typed: readonly Typed[];
  set: (typed: Typed[]) => void;
}

function Fields({ id, typed, set }: Props) {
  const say = useWords(nominationPageWords);
  const employees = useReading("GET /nominations/{id}/employees", { path: { id } }, { live: false });
  const options = (employees.data?.items ?? []).map(({ memberId, name, employeeNumber }) => ({
    value: memberId,
    label: `${name} ${employeeNumber}`,
    disabled: typed.some((one) => one.memberId === memberId),
  }));
  const change = (key: string, more: Partial<Typed>) =>
    set(typed.map((one) => (one.key === key ? { ...one, ...more } : one)));
  return (
    <>
      <FromFile id={id} set={set} />
      {typed.map(({ key, memberId, score }) => (
        <div key={key} className="candidate-typed">
          <Select
            aria-label={say("edit.person")}
            placeholder={say("edit.person")}
            value={memberId ?? null}
            onChange={(chosen: string) => change(key, { memberId: chosen })}
            options={options}
            showSearch={{ optionFilterProp: "label" }}
          />
          <Input
            aria-label={say("edit.score")}
            placeholder={say("edit.score")}
            inputMode="decimal"
            maxLength={6}
            status={score === "" || scoreIn(score) !== undefined ? "" : "error"}
            value={score}
            onChange={({ target }) => change(key, { score: target.value })}
          />
          <Button onClick={() => set(typed.filter((one) => one.key !== key))}>{say("edit.remove")}</Button>
        </div>
      ))}
      <Button
        disabled={typed.length >= 100}
        onClick={() => set([...typed, { key: newId(), memberId: undefined, score: "" }])}
      >
        {say("edit.add")}
      </Button>
    </>
  );
}

/** Reads a file of scores: good rows are filled in, each bad one says every reason. */
function FromFile({ id, set }: Pick<Props, "id" | "set">) {
  const say = useWords(nominationPageWords);
  const [read, setRead] = useState<Scores["items"]>();
  const look = useAct((file: File) => {
    const body = new FormData();
    body.append("file", file);
    return call("POST /nominations/{id}/scores/preview", { path: { id }, body });
  });
  const take = (file: File) => {
    look.mutate(file, {
      onSuccess: ({ items }) => {
        setRead(items);
        set(
          typedOf(
            items.flatMap(({ memberId, score }) => (memberId && score !== undefined ? [{ memberId, score }] : [])),
          ),
        );
      },
    });
    return false;
  };
  return (
    <div className="candidate-file">
      <Upload accept=".xlsx,.csv" showUploadList={false} beforeUpload={take}>
        <Button loading={look.isPending}>{say("upload")}</Button>
      </Upload>
      <div className="quiet">{say("upload.hint")}</div>
      {look.error && <Trouble error={look.error} />}
      {read && <Preview items={read} />}
    </div>
  );
}

function Preview({ items }: { items: Scores["items"] }) {
  const say = useWords(nominationPageWords);
  const language = useLanguage();
  const bad = items.filter(({ problems }) => problems.length > 0);
  const good = String(items.length - bad.length);
  return (
    <>
      <Alert type="success" showIcon title={say("upload.read", { count: good })} />
      {bad.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say("upload.bad", { count: String(bad.length) })}
          description={bad.map(({ row, name, employeeNumber, problems }) => (
            <p key={row}>
              {say("upload.row", {
                ...{ row: String(row), name: name || employeeNumber },
                reason: problems.map(({ reason }) => reason[language]).join(" "),
              })}
            </p>
          ))}
        />
      )}
    </>
  );
}
