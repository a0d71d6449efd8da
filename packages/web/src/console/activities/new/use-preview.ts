import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { call } from "../../../shared/api/call.ts";
import { useLanguage } from "../../../shared/language.ts";
import "./new.routes.ts";

const TYPING_MS = 350;

/** What the API makes of what is typed, once typing pauses; what was found last stays until then. */
export function usePreview(body: object) {
  const language = useLanguage();
  const typed = useMemo(() => JSON.stringify(body), [body]);
  const [asked, setAsked] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const read = useQuery({
    queryKey: ["POST /activities/preview", language, asked],
    queryFn: ({ signal }) => call("POST /activities/preview", { body: JSON.parse(asked) as object, signal }),
    placeholderData: (before) => before,
  });
  return { ...read, isBehind: typed !== asked || read.isFetching };
}
