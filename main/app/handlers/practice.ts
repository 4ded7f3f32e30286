import { succeed } from "../../core/problem.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** The practice tenant of this app. What runs against the one before is stopped with it. */
export function practiceHandlers({
  ports,
  practice,
  runs,
  documents,
  tellPractice,
  policies,
}: SessionServices): HandlersOf<"practice"> {
  // While the practice tenant runs, the file's policies have nothing to say about the open profile.
  const tellFileFindings = (): void => {
    if (policies.view(null) !== null) documents.tell();
  };
  return {
    "practice.scenarios": async () => succeed(await practice.scenarios()),
    "practice.status": async () => succeed(practice.view()),
    "practice.start": async ({ scenario, openProfile }) => {
      runs.cancelAll();
      const tenant = await practice.start(scenario);
      ports.emit("practice.changed", practice.view());
      tellFileFindings();
      if (!tenant.ok) return tenant;
      if (openProfile) {
        const { fileName: name, bytes } = tenant.value.profile;
        const loaded = await documents.load({ name, bytes, place: null }, true);
        if (!loaded.ok) return loaded;
      }
      return succeed(null);
    },
    "practice.change": async (change) => tellPractice(practice.change(change)),
    "practice.reset": async () => tellPractice(practice.reset()),
    "practice.stop": async () => {
      runs.cancelAll();
      await practice.stop();
      tellFileFindings();
      return tellPractice(succeed(practice.view()));
    },
  };
}
