import { succeed } from "../../core/problem.ts";
import { handOver } from "../hand-over.ts";
import type { SessionServices } from "../session-services.ts";
import { fillProfile } from "../setup/fill-profile.ts";
import { usersText } from "../setup/users-text.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Set up: recipes as steps, scripts for the identity team, the walk through the practice tenant. */
export function setUpHandlers(services: SessionServices): HandlersOf<"setUp"> {
  const { ports, practice, policies, documents, setUp, change } = services;
  /** The practice tenant is another one now: so are its policies, its switches, and what they predict. */
  const tellTenant = (): void => {
    ports.emit("practice.changed", practice.view());
    if (policies.view(practice.running()) !== null) documents.tell();
  };
  return {
    "setUp.view": ({ choice }) => setUp.view(choice),
    "setUp.script": async (asked) => {
      const made = setUp.script(asked);
      return made.ok ? succeed({ text: made.value.text }) : made;
    },
    "setUp.saveScript": async (asked) => {
      const made = setUp.script(asked);
      if (!made.ok) return made;
      const { fileName, text } = made.value;
      return handOver(ports, { fileName, bytes: new TextEncoder().encode(text) });
    },
    "setUp.carryOut": async ({ choice, isUndo }) => {
      const done = await setUp.carryOut(choice, isUndo);
      tellTenant();
      return done;
    },
    "setUp.press": async ({ choice, stepId }) => {
      const done = await setUp.press(choice, stepId);
      tellTenant();
      return done;
    },
    "setUp.stop": async () => {
      setUp.stop();
      return succeed(null);
    },
    "setUp.walk": async () => succeed(setUp.walk()),
    "setUp.fill": async ({ printed }) => {
      let keys = 0;
      const filled = change((open) => {
        const made = fillProfile(open, printed);
        if (!made.ok) return made;
        keys = made.value.keys;
        return succeed(made.value.open);
      });
      const done = await filled;
      return done.ok ? succeed({ keys }) : done;
    },
    "setUp.usersText": async ({ recipe }) => {
      return usersText(services.document(), recipe);
    },
    "setUp.saveUsersText": async ({ recipe, reader }) => {
      const made = usersText(services.document(), recipe);
      if (!made.ok) return made;
      const isDesk = reader === "service-desk";
      const bytes = new TextEncoder().encode(isDesk ? made.value.serviceDesk : made.value.users);
      const fileName = isDesk ? "for-the-service-desk.md" : "what-users-will-see.md";
      return handOver(ports, { fileName, bytes });
    },
  };
}
