import { tokenFor } from "@yigong/functions/api/sign-in.ts";
import { type Scene, sceneOf } from "@yigong/local/demo/scene.ts";
import type { Cloud } from "../cloud.ts";
import type { Deployment } from "../deployment.ts";

/** The demo's scene on a deployment, with what only a deployment has. */
export interface CloudScene extends Scene {
  cloud: Cloud;
  /** The body of a download, as somebody gets it. */
  download(who: string, path: string): Promise<string>;
}

/** A step of a story that needs more than the demo's scene. */
export interface CloudStep {
  title: string;
  run(scene: CloudScene): Promise<void>;
}

/** @param tokens - the secret that signs bearer tokens */
export function cloudScene(cloud: Cloud, deployment: Deployment, tokens: Uint8Array): CloudScene {
  const machine = deployment.machines.get("ActivityLifecycle")?.arn ?? "";
  const ground = { ...cloud, secrets: { tokens }, stateMachineArn: cloud.arns.get(machine) ?? "" };
  const scene = sceneOf(ground, { now: cloud.origin }, {});
  const download = async (who: string, path: string) => {
    const token = await tokenFor(`employee:${who}`, { secret: tokens, at: cloud.now(), hours: 1 });
    const response = await fetch(`${cloud.origin}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return response.text();
  };
  return { ...scene, cloud, download };
}

/** Does something that must be refused. @throws when it is not, or otherwise */
export async function refused(work: Promise<unknown>, code: string): Promise<void> {
  const said = await work.then(
    () => "it was done",
    (error: Error) => error.message,
  );
  if (!said.includes(` ${code} `)) throw new Error(`${code} was expected, but: ${said}`);
}
