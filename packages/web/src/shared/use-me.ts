import { useReading } from "./api/use-reading.ts";

/** Who is signed in; undefined until it is known. */
export const useMe = () => useReading("GET /members/me", {}, { live: false }).data;
