import { PAGE } from "@yigong/core/lib/phone-page.ts";
import { expect, it } from "vitest";
import { approvalOf, whereOf } from "./where.ts";

it.each([
  ["leave", PAGE.approval("leave", "act_1", "mem_1"), { to: "/activities/act_1/people" }],
  ["coverConfirmation", PAGE.approval("cover", "act_1", "need_1"), { to: "/activities/act_1/covers" }],
  ["proposal", PAGE.approval("proposal", "act_1"), { to: "/proposals/act_1" }],
  ["proposalReturned", PAGE.activity("act_1"), { to: "/proposals/act_1" }],
  ["objection", PAGE.approval("objection", "obj_1"), { to: "/points" }],
  ["accountRequest", PAGE.approval("accountRequest", "bnd_1"), { to: "/people" }],
  ["award", PAGE.approval("award", "2026", "1"), { to: "/awards/2026" }],
  ["awardObjection", PAGE.approval("awardObjection", "2026", "1"), { to: "/awards/2026" }],
  ["archive", PAGE.activity("act_1"), { to: "/activities/act_1/archive" }],
  ["rollCall", PAGE.rollCall("act_1"), { to: "/activities/act_1/check-in" }],
  ["serviceVisit", PAGE.service("svc_1"), { to: "/services/svc_1" }],
  ["moneyToSettle", PAGE.money("act_1"), { to: "/activities/act_1/money" }],
  ["signUp", PAGE.signUp("act_1"), { phone: "/m/activities/act_1/sign-up" }],
  ["coverOffer", PAGE.cover("need_1"), { phone: "/m/covers/need_1" }],
] as const)("%s at %s is done at %j", (kind, href, where) => {
  expect(whereOf({ kind, href })).toEqual(where);
});

it("finds a decision's kind and ids in its address", () => {
  expect(approvalOf({ href: PAGE.approval("leave", "act_1", "mem_1") })).toEqual({
    kind: "leave",
    ids: ["act_1", "mem_1"],
  });
  expect(approvalOf({ href: PAGE.activity("act_1") })).toBeUndefined();
});
