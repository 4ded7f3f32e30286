import { succeed } from "../../core/problem.ts";
import { writeProfile } from "../../core/profile/index.ts";
import { openFile } from "../document/open-file.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** New profiles from templates. Their code is loaded when somebody wants one. */
export function templatesHandlers({ ports, documents, authority }: SessionServices): HandlersOf<"templates"> {
  const templates = () => import("../../core/templates/index.ts");
  const lookUp = () => import("../templates/look-up-tenant.ts");
  return {
    "templates.list": async () => succeed((await templates()).templates),
    "templates.make": async ({ template, answers }) => {
      const ids = { profile: ports.newUuid(), login: ports.newUuid(), menuBar: ports.newUuid() };
      const filled = (await templates()).fillTemplate(template, answers, ids);
      if (!filled.ok) return filled;
      if ("wrong" in filled.value) return succeed({ wrong: filled.value.wrong });
      const bytes = writeProfile(filled.value.document, { to: "mobileconfig" });
      if (!bytes.ok) return bytes;
      const file = { name: filled.value.fileName, bytes: bytes.value, place: null };
      const opened = await openFile(file, false, ports.newUuid);
      if (!opened.ok) return opened;
      // No file holds it yet.
      await documents.replace({ ...opened.value, saved: null }, true);
      return succeed({ wrong: [] });
    },
    "templates.tenantHost": async () => succeed((await lookUp()).tenantHost(authority())),
    "templates.lookUpTenant": async ({ domain }) => (await lookUp()).lookUpTenant(domain, authority(), ports),
  };
}
