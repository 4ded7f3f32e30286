import { type Result, succeed } from "../core/problem.ts";
import { isLogName } from "../files/log-name.ts";
import type { SourceFile } from "../files/source-file.ts";
import { createDispatch, type Dispatch, type Handlers } from "./dispatch.ts";
import { dropHandlers } from "./handlers/drop.ts";
import { explainHandlers } from "./handlers/explain.ts";
import { exportHandlers } from "./handlers/export.ts";
import { formHandlers } from "./handlers/form.ts";
import { graphHandlers } from "./handlers/graph.ts";
import { historyHandlers } from "./handlers/history.ts";
import { jamfProHandlers } from "./handlers/jamf-pro.ts";
import { knowledgeHandlers } from "./handlers/knowledge.ts";
import { policiesHandlers } from "./handlers/policies.ts";
import { practiceHandlers } from "./handlers/practice.ts";
import { profileHandlers } from "./handlers/profile.ts";
import { recentsHandlers } from "./handlers/recents.ts";
import { savingHandlers } from "./handlers/saving.ts";
import { setUpHandlers } from "./handlers/set-up.ts";
import { signInsHandlers } from "./handlers/sign-ins.ts";
import { templatesHandlers } from "./handlers/templates.ts";
import { testHandlers } from "./handlers/test.ts";
import type { HostPorts } from "./ports.ts";
import { createSessionServices } from "./session-services.ts";

/** What runs behind one window: one document, its test runs, the practice tenant, unlocked identities. */
export type Session = {
  readonly call: Dispatch;
  /** Opens a profile that the system handed over (double click, drag on the icon), or has the page take up a sign-in log. */
  readonly openFile: (file: SourceFile) => Promise<Result<null>>;
  /** Whether a page has something to be asked about before it closes. */
  readonly hasDocument: () => boolean;
  /** Resolves when drafts are on disk and everything is stopped. */
  readonly dispose: () => Promise<void>;
};

export function createSession(ports: HostPorts): Session {
  const services = createSessionServices(ports);
  const handlers: Handlers = {
    ...knowledgeHandlers(services),
    ...explainHandlers(services),
    ...profileHandlers(services),
    ...savingHandlers(services),
    ...formHandlers(services),
    ...practiceHandlers(services),
    ...testHandlers(services),
    ...policiesHandlers(services),
    ...graphHandlers(services),
    ...historyHandlers(services),
    ...exportHandlers(services),
    ...jamfProHandlers(services),
    ...templatesHandlers(services),
    ...dropHandlers(),
    ...signInsHandlers(services),
    ...setUpHandlers(services),
    ...recentsHandlers(services),
  };
  return {
    call: createDispatch(handlers, ports.files.release),
    openFile: async (file) => {
      if (!isLogName(file.name)) return services.documents.openFromSystem(file);
      ports.emit("signIns.offered", { fileName: file.name, file: ports.files.give(file) });
      return succeed(null);
    },
    hasDocument: () => services.document() !== null,
    dispose: async () => {
      await services.documents.end();
      await services.recents.settled();
      services.graph.signOut();
      services.setUp.stop();
      services.runs.cancelAll();
      services.signers.forget();
      await services.jamfPro.dispose();
      services.history.clear();
      await services.signIns.end();
      await services.practice.stop();
    },
  };
}
