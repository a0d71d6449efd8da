import { useQuery } from "@tanstack/react-query";
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

/** Finds people and activities from anywhere; `/` and Ctrl+K lead to it. */
export function SearchBox() {
  const say = useWords(layoutWords);
  const go = useGo();
  const field = useRef<InputRef>(null);
  const [q, setQ] = useState("");
  const asked = q.trim();
  const { data, isFetching } = useQuery({
    queryKey: ["GET /search", asked],
    queryFn: ({ signal }) => call("GET /search", { query: { q: asked, limit: 12 }, signal }),
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
  const items = asked === "" ? [] : (data?.items ?? []);
  const groups = KINDS.map((kind) => ({
    label: say(`search.${kind}`),
    options: items
      .filter((item) => item.kind === kind)
      .map((item) => ({
        value: `${kind} ${item.id}`,
        label: (
          <span className="found">
            <span>{item.title}</span> <span className="quiet">{item.detail}</span>
          </span>
        ),
      })),
  })).filter(({ options }) => options.length > 0);
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
        setQ("");
        go(to, Object.fromEntries(new URLSearchParams(search)));
      }}
      notFoundContent={asked !== "" && !isFetching && data ? say("search.none", { q: asked }) : null}
    >
      <Input ref={field} allowClear aria-label={say("search.open")} placeholder={say("search.placeholder")} />
    </AutoComplete>
  );
}
