import { CAST } from "@yigong/local/demo/cast.ts";
import { listOf, unitNamed } from "@yigong/local/demo/people.ts";
import { noted } from "@yigong/local/demo/scene.ts";
import type { CloudScene } from "./scene.ts";

interface Plan {
  note: string;
  recruitUntil: string;
  startsAt: string;
  endsAt: string;
  title?: string;
  surveyDays?: number;
}

export const pathOf = (scene: CloudScene, note: string): string => `/activities/${noted(scene, note)}`;

/** An alliance activity of one branch for a client. Instants in UTC. */
export async function startActivity(scene: CloudScene, { note, recruitUntil, startsAt, endsAt, ...more }: Plan) {
  const branchId = await unitNamed(scene, "branch", "海陵党支部");
  const { id } = await scene.as(CAST.organizer).send<{ id: string }>("POST", "/activities", {
    title: "敬老院设备检修",
    description: "为敬老院检修电话与网络，教老人使用手机。",
    place: "海陵区敬老院",
    risks: "注意用电安全。",
    origin: "alliance",
    scope: "general",
    beneficiary: "client",
    minimumPeople: 1,
    servedParty: { kind: "definite", description: "敬老院" },
    surveyDays: 3,
    recruitUntil,
    audience: { branchIds: [branchId], teamIds: [] },
    sessions: [{ startsAt, endsAt, positions: [{ name: "检修", headCount: 6 }] }],
    ...more,
  });
  scene.notes[note] = id;
  await scene.cloud.settle();
}

export async function sessionOf(scene: CloudScene, note: string) {
  interface View {
    sessions: { id: string; positions: { id: string }[] }[];
  }
  const { sessions } = await scene.as(CAST.alliance).get<View>(pathOf(scene, note));
  const [session] = sessions;
  if (!session) throw new Error(`${note} has no session.`);
  return { sessionId: session.id, positionId: session.positions[0]?.id };
}

/** Everybody on the duty list, in its order. */
export const dutyOf = async (scene: CloudScene, note: string): Promise<string[]> =>
  (await listOf<{ memberId: string }>(scene, CAST.alliance, `${pathOf(scene, note)}/duty-list`)).map(
    ({ memberId }) => memberId,
  );
