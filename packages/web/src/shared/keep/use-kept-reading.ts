import { useEffect, useState } from "react";
import type { Read } from "../api/use-reading.ts";
import { read, write } from "./keep.ts";

/** What was read, or else what this phone read last: for pages that go on without a network. */
export function useKeptReading<T>(key: string, reading: Read<T>): Read<T> {
  const [kept, setKept] = useState<T>();
  useEffect(() => {
    let current = true;
    void read<T>(`read:${key}`).then((value) => current && setKept(value));
    return () => {
      current = false;
    };
  }, [key]);
  useEffect(() => {
    if (reading.data !== undefined) void write(`read:${key}`, reading.data);
  }, [key, reading.data]);
  return reading.data === undefined && kept !== undefined ? { ...reading, data: kept } : reading;
}
