import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { AutoComplete, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { call } from "../../shared/api/call.ts";
import { useWords } from "../../shared/words.ts";
import { useGo } from "../ui/link.tsx";
import { layoutWords } from "./layout.words.ts";

interface Found {
  kind: "person" | "activity" | "unit";
  id: string;
  title: string;
  detail: string;
}

declare module "../../shared/api/routes.ts" {
  interface Answers {
    "GET /search": { items: Found[] };
  }
}

const PAGE: Readonly<Record<Found["kind"], (id: string) => string>> = {
  person: (id) => `/people/${id}`,
  activity: (id) => `/activities/${id}`,
  unit: (id) => `/units?id=${id}`,
};
const KINDS = ["person", "activity", "unit"] as const;
const MOST = 12;

/** Finds people and activities from anywhere; `/` and Ctrl+K lead to it. */
export function SearchBox() {
  const say = useWords(layoutWords);
  const go = useGo();
  const field = useRef<InputRef>(null);
  const [q, setQ] = useState("");
  const asked = q.trim();
  const found = useQuery({
    queryKey: ["GET /search", asked],
    queryFn: ({ signal }) => call("GET /search", { query: { q: asked, limit: MOST }, signal }),
    enabled: asked !== "",
    placeholderData: (before) => before,
  });
  useEffect(() => {
    const focus = (event: KeyboardEvent) => {
      const typing = /^(INPUT|TEXTAREA|SELECT)$/.test((event.target as Element).tagName);
      const wanted = (event.key === "/" && !typing) || (event.key === "k" && (event.ctrlKey || event.metaKey));
      if (!wanted) return;
      event.preventDefault();
      field.current?.focus();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  const items = asked === "" ? [] : (found.data?.items ?? []);
  const groups = KINDS.map((kind) => ({
    label: say(`search.${kind}`),
    options: items
      .filter((item) => item.kind === kind)
      .map((item) => ({ value: keyOf(item), label: <Line {...item} /> })),
  })).filter(({ options }) => options.length > 0);
  const leave = () => {
    setQ("");
    field.current?.blur();
  };
  return (
    <AutoComplete
      className="shell-search"
      value={q}
      options={groups}
      defaultActiveFirstOption
      onChange={(text: string) => setQ(text)}
      onSelect={(value: string) => {
        const [kind = "", id = ""] = value.split(" ");
        const [to = "", search = ""] = (PAGE[kind as Found["kind"]]?.(id) ?? "/").split("?");
        leave();
        go(to, Object.fromEntries(new URLSearchParams(search)));
      }}
      notFoundContent={asked === "" ? null : <Instead found={found} asked={asked} />}
    >
      <Input
        ref={field}
        allowClear
        maxLength={60}
        aria-label={say("search.open")}
        aria-keyshortcuts="/ Control+K"
        placeholder={say("search.placeholder")}
        suffix={q === "" && <kbd>/</kbd>}
        onKeyDown={({ key }) => key === "Escape" && leave()}
      />
    </AutoComplete>
  );
}

const keyOf = ({ kind, id }: Found): string => `${kind} ${id}`;

const Line = ({ title, detail }: Found) => (
  <span className="found">
    <span>{title}</span> <span className="quiet">{detail}</span>
  </span>
);

/** What is shown while nothing was found: that it is looked for, that there is nothing, or why not. */
function Instead({
  found: { data, error, isPlaceholderData },
  asked,
}: {
  found: UseQueryResult<{ items: Found[] }>;
  asked: string;
}) {
  const say = useWords(layoutWords);
  const isNone = data !== undefined && !isPlaceholderData && data.items.length === 0;
  const text = error
    ? error.message || say("search.failed")
    : isNone
      ? say("search.none", { q: asked })
      : say("search.waiting");
  return (
    <div role="status" className="quiet">
      {text}
    </div>
  );
}
