import type { ProfileView } from "../../preload/contract.ts";
import type { Result } from "../core/problem.ts";
import { createDispatch, type Dispatch, type Handlers } from "./dispatch.ts";
import type { HostPorts, PickedFile } from "./ports.ts";
import { exportHandlers } from "./handlers/export.ts";
import { historyHandlers } from "./handlers/history.ts";
import { knowledgeHandlers } from "./handlers/knowledge.ts";
import { policiesHandlers } from "./handlers/policies.ts";
import { practiceHandlers } from "./handlers/practice.ts";
import { profileHandlers } from "./handlers/profile.ts";
import { testHandlers } from "./handlers/test.ts";
import { createWorkplace } from "./session-services.ts";

/** What runs behind one window: one document, its test runs, the practice tenant, unlocked identities. */
export type Session = {
  readonly call: Dispatch;
  /** Opens a file that the system handed over (double click, drag on the icon). */
  readonly openFile: (file: PickedFile) => Promise<Result<ProfileView>>;
  readonly dispose: () => Promise<void>;
};

export function createSession(ports: HostPorts): Session {
  const workplace = createWorkplace(ports);
  const handlers: Handlers = {
    ...knowledgeHandlers(workplace),
    ...profileHandlers(workplace),
    ...practiceHandlers(workplace),
    ...testHandlers(workplace),
    ...policiesHandlers(workplace),
    ...historyHandlers(workplace),
    ...exportHandlers(workplace),
  };
  return {
    call: createDispatch(handlers),
    openFile: (file) => workplace.load(file, false),
    dispose: async () => {
      workplace.runs.cancelAll();
      workplace.exports.forget();
      workplace.history.clear();
      await workplace.practice.stop();
    },
  };
}
