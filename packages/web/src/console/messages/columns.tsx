import { Tag } from "antd";
import { call } from "../../shared/api/call.ts";
import type { OutboxMessage } from "../../shared/api/routes.ts";
import { useWhen } from "../../shared/use-when.ts";
import { useWords } from "../../shared/words.ts";
import { ActButton } from "../ui/act.tsx";
import { PageLink } from "../ui/link.tsx";
import type { ListColumn } from "../ui/list.tsx";
import { Person } from "../ui/person.tsx";
import { useWall } from "../ui/use-wall.ts";
import type {} from "./messages.routes.ts";
import { messagesWords } from "./messages.words.ts";
import { useKinds } from "./use-kinds.ts";

export const STATES = ["waiting", "sent", "delivered", "read", "failed"] as const;
const COLOURS = {
  waiting: "warning",
  sent: "success",
  delivered: "success",
  read: "success",
  failed: "error",
} as const;

const textOf = (to: OutboxMessage["to"]): string =>
  "memberId" in to ? `${to.name} ${to.employeeNumber}` : "client" in to ? to.client : to.group;

const To = ({ to }: { to: OutboxMessage["to"] }) => ("memberId" in to ? <Person {...to} /> : <span>{textOf(to)}</span>);

/** What a list of messages shows; within an activity its name says nothing. */
export function useColumns({ within = false }: { within?: boolean } = {}): ListColumn<OutboxMessage>[] {
  const say = useWords(messagesWords);
  const when = useWhen();
  const wall = useWall();
  const kinds = useKinds();
  const kindOf = (kind: string) => kinds.find(({ value }) => value === kind)?.label ?? kind;
  const moment = (
    key: "created" | "sent" | "next",
    of: (row: OutboxMessage) => string | undefined,
    hidden = false,
  ): ListColumn<OutboxMessage> => ({
    key,
    title: say(`column.${key}`),
    width: 150,
    hidden,
    show: (row) => {
      const at = of(row);
      return at ? when.instant(at) : "–";
    },
    value: (row) => wall(of(row)),
  });
  return [
    {
      key: "what",
      title: say("column.what"),
      width: 230,
      show: ({ title }) => (
        <span title={title} className="clamp">
          {title}
        </span>
      ),
      value: ({ title }) => title,
    },
    { key: "to", title: say("column.to"), width: 160, show: ({ to }) => <To to={to} />, value: ({ to }) => textOf(to) },
    {
      key: "state",
      title: say("column.state"),
      width: 96,
      show: ({ state }) => <Tag color={COLOURS[state]}>{say(`state.${state}`)}</Tag>,
      value: ({ state }) => say(`state.${state}`),
    },
    {
      key: "reason",
      title: say("column.reason"),
      width: 200,
      show: ({ reason }) => reason ?? "–",
      value: ({ reason }) => reason,
    },
    {
      key: "acts",
      title: say("column.acts"),
      width: 180,
      show: ({ id, activityId, canRetry }) => (
        <div className="list-tools">
          {canRetry && (
            <ActButton
              size="small"
              act={() => call("POST /outbox/{id}/retry", { path: { id } })}
              done={say("retry.done")}
            >
              {say("retry.do")}
            </ActButton>
          )}
          {activityId && !within && <PageLink to={`/activities/${activityId}`}>{say("activity.open")}</PageLink>}
        </div>
      ),
    },
    {
      key: "channel",
      title: say("column.channel"),
      hidden: true,
      width: 110,
      show: ({ channel }) => (channel ? say(`channel.${channel}`) : "–"),
      value: ({ channel }) => channel && say(`channel.${channel}`),
    },
    {
      key: "tries",
      title: say("column.tries"),
      hidden: true,
      width: 72,
      align: "right",
      show: ({ tries }) => tries,
      value: ({ tries }) => tries,
    },
    moment("created", ({ createdAt }) => createdAt),
    moment("sent", ({ sentAt }) => sentAt, true),
    moment("next", ({ nextAt }) => nextAt, true),
    {
      key: "kind",
      title: say("filter.kind"),
      hidden: true,
      width: 180,
      show: ({ kind }) => kindOf(kind),
      value: ({ kind }) => kindOf(kind),
    },
  ];
}
