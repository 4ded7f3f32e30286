import { Buffer } from "node:buffer";
import { succeed } from "../../core/problem.ts";
import { noDocument } from "../document/open-document.ts";
import { previewOf } from "../document/profile-view.ts";
import { writeOptions } from "../export/export-profile.ts";
import type { SessionServices } from "../session-services.ts";
import type { HandlersOf } from "./handlers-of.ts";

/** Unlocking identities, and writing the document. */
export function exportHandlers({ exports, document }: SessionServices): HandlersOf<"export"> {
  return {
    "export.unlockP12": async ({ name, data, passphrase }) =>
      exports.unlock(name, { kind: "p12", bytes: Buffer.from(data, "base64") }, passphrase),
    "export.unlockPem": async ({ name, certificate, key, passphrase }) =>
      exports.unlock(
        name,
        { kind: "pem", certificate: Buffer.from(certificate), key: Buffer.from(key) },
        passphrase,
      ),
    "export.preview": async ({ form, domain }) => {
      const open = document();
      if (open === null) return noDocument();
      const source = previewOf(open, writeOptions(form, domain));
      return source.ok ? succeed({ source: source.value }) : source;
    },
    "export.save": async ({ form, domain, identityId }) => {
      const open = document();
      return open === null
        ? noDocument()
        : exports.save({ document: open.document, fileName: open.fileName, form, domain, identityId });
    },
  };
}
