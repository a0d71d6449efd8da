import { expect, it } from "vitest";
import { synth } from "../../tools/sst-offline/synth.ts";
import { SECRETS } from "./dry-runs.ts";

it.each(["TokenSecret", "SurveySecret", "CheckInSecret"])("deploys nothing without %s", async (missing) => {
  const secrets = Object.fromEntries(Object.entries(SECRETS).filter(([name]) => name !== missing));

  await expect(synth({ stage: "test", name: "secretless", secrets })).rejects.toThrow(`sst secret set ${missing}`);
});
