import { expect, it } from "vitest";
import { coverer, need } from "./cover.builder.ts";
import { rankCandidates } from "./ranking.ts";

it("puts candidates in order and names the criterion that sets each behind the one before", () => {
  const ranked = rankCandidates(need("n"), [
    coverer("g", { post: "hotline" }),
    coverer("f", { department: "repair", branchId: "south" }),
    coverer("e", { department: "repair" }),
    coverer("d", { coversThisYear: 3 }),
    coverer("b"),
    coverer("a"),
  ]);

  expect(ranked.map(({ memberId, behindBy }) => [memberId, behindBy])).toEqual([
    ["a", "first"],
    ["b", "memberId"],
    ["d", "coversThisYear"],
    ["e", "nearness"],
    ["f", "nearness"],
    ["g", "post"],
  ]);
});

it("gives the reasons of each candidate", () => {
  const [candidate] = rankCandidates(need("n"), [
    coverer("c", { post: "hotline", department: "repair", coversThisYear: 4 }),
  ]);

  expect(candidate).toEqual({
    memberId: "c",
    post: "coverable",
    nearness: "sameBranch",
    coversThisYear: 4,
    behindBy: "first",
  });
});

it("leaves out who is unfit, busy then or declined", () => {
  const busy = [{ from: "2026-03-07T08:59:00.000Z", to: "2026-03-07T12:00:00.000Z" }];
  const backToBack = [{ from: "2026-03-07T09:00:00.000Z", to: "2026-03-07T12:00:00.000Z" }];

  const ranked = rankCandidates(need("n", { declinedBy: ["declined"] }), [
    coverer("unfit", { post: "driver" }),
    coverer("busy", { busy }),
    coverer("declined"),
    coverer("free", { busy: backToBack }),
  ]);

  expect(ranked.map(({ memberId }) => memberId)).toEqual(["free"]);
});
