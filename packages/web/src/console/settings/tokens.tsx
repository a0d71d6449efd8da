import { Alert, App, Button, Input, InputNumber, Modal, Select, Table, Tag } from "antd";
import { useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useReading } from "../../shared/api/use-reading.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { Field } from "../ui/field.tsx";
import { Loaded } from "../ui/trouble.tsx";
import type { OwnToken } from "./settings.routes.ts";
import { settingsWords } from "./settings.words.ts";
import { useTokenActions } from "./use-token-actions.ts";

/** Tokens by which programs act for the reader; a new one is told once. */
export function Tokens() {
  const say = useWords(settingsWords);
  const tokens = useReading("GET /me/tokens");
  const [made, setMade] = useState<{ name: string; token: string }>();
  return (
    <>
      <p className="quiet">{say("tokens.what")}</p>
      <p>
        <Make onMade={setMade} />
      </p>
      <Loaded of={tokens}>{({ items }) => <All tokens={items} />}</Loaded>
      {made && <Secret {...made} onClose={() => setMade(undefined)} />}
    </>
  );
}

function All({ tokens }: { tokens: readonly OwnToken[] }) {
  const say = useWords(settingsWords);
  const when = useWhen();
  const now = new Date().toISOString();
  return (
    <Table<OwnToken>
      rowKey="id"
      pagination={false}
      scroll={{ x: "max-content" }}
      dataSource={[...tokens]}
      locale={{ emptyText: say("tokens.none") }}
      columns={[
        { title: say("token.column.name"), dataIndex: "name" },
        {
          title: say("token.column.actions"),
          render: (_, { actions }) => <code className="pre">{actions.join(" ")}</code>,
        },
        { title: say("token.column.created"), render: (_, { createdAt }) => when.instant(createdAt) },
        {
          title: say("token.column.expires"),
          render: (_, { expiresAt }) => (
            <>
              {when.instant(expiresAt)} {expiresAt <= now && <Tag>{say("token.expired")}</Tag>}
            </>
          ),
        },
        {
          title: say("token.column.used"),
          render: (_, { usedAt }) => (usedAt ? when.instant(usedAt) : say("token.never")),
        },
        {
          title: say("token.column.acts"),
          render: (_, { id, name }) => (
            <ActButton
              danger
              ask={say("token.revoke.ask")}
              act={() => call("DELETE /me/tokens/{id}", { path: { id } })}
              done={say("token.revoked", { name })}
            >
              {say("token.revoke")}
            </ActButton>
          ),
        },
      ]}
    />
  );
}

const YEAR_DAYS = 365;

function Make({ onMade }: { onMade: (made: { name: string; token: string }) => void }) {
  const say = useWords(settingsWords);
  const choices = useTokenActions();
  const [name, setName] = useState("");
  const [actions, setActions] = useState<string[]>([]);
  const [days, setDays] = useState(90);
  return (
    <ActButton
      type="primary"
      fields={
        <>
          <Field label={say("token.name")} hint={say("token.name.hint")}>
            {(id) => <Input id={id} maxLength={60} value={name} onChange={({ target }) => setName(target.value)} />}
          </Field>
          <Field label={say("token.actions")} hint={say("token.actions.hint")}>
            {(id) => (
              <Select<string[]>
                id={id}
                mode="multiple"
                className="wide"
                value={actions}
                options={choices}
                onChange={setActions}
              />
            )}
          </Field>
          <Field label={say("token.days")}>
            {(id) => (
              <InputNumber
                id={id}
                precision={0}
                min={1}
                max={YEAR_DAYS}
                value={days}
                onChange={(value) => setDays(value ?? 1)}
              />
            )}
          </Field>
        </>
      }
      ready={name.trim() !== "" && actions.length > 0}
      act={() => call("POST /me/tokens", { body: { name: name.trim(), actions, days } })}
      done={(made) => say("token.made", { name: made.name })}
      onDone={({ name: called, token }) => {
        onMade({ name: called, token });
        setName("");
        setActions([]);
      }}
    >
      {say("token.make")}
    </ActButton>
  );
}

/** The secret, which nobody sees again. */
function Secret({ name, token, onClose }: { name: string; token: string; onClose: () => void }) {
  const say = useWords(settingsWords);
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard.writeText(token).then(
      () => void message.success(say("token.copied")),
      () => undefined,
    );
  return (
    <Modal
      open
      closable={false}
      title={say("token.made", { name })}
      footer={[
        <Button key="copy" onClick={() => void copy()}>
          {say("token.copy")}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {say("token.close")}
        </Button>,
      ]}
    >
      <Alert type="warning" title={say("token.secret.what")} />
      <p>{say("token.secret")}</p>
      <code className="settings-secret">{token}</code>
    </Modal>
  );
}
