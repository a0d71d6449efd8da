import { useEffect, useRef } from "react";

/** Lets the keyboard into what reaches beyond its place, as there may be nothing in it that takes the focus. */
export function useScrollable<Place extends HTMLElement>(of: string) {
  const place = useRef<Place>(null);
  useEffect(() => {
    const body = place.current?.querySelector(of);
    if (!body) return;
    if (body.scrollWidth > body.clientWidth || body.scrollHeight > body.clientHeight)
      body.setAttribute("tabindex", "0");
    else body.removeAttribute("tabindex");
  });
  return place;
}
