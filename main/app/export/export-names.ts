import type { EachChoice, ExportChoice } from "../../core/export/export-choice.ts";
import { plainFileName } from "../../core/plain-file-name.ts";

/** The name that is suggested for an export: the file's own, else that of the domain. */
export function exportName(fileName: string, { route, domain }: ExportChoice, isSigned: boolean): string {
  if (route === "plist") return plainFileName(`${domain ?? withoutEnding(fileName)}.plist`, "profile");
  const only = domain === null ? "" : `-${domain}`;
  const name = `${withoutProfileEnding(fileName)}${only}${isSigned ? "-signed" : ""}.mobileconfig`;
  return plainFileName(name, "profile");
}

/** The archive that holds the exports of all domains. */
export function archiveName(fileName: string, { route }: EachChoice, isSigned: boolean): string {
  const what = route === "plist" ? "plists" : isSigned ? "domains-signed" : "domains";
  return plainFileName(`${withoutProfileEnding(fileName)}-${what}.zip`, "profile");
}

function withoutEnding(fileName: string): string {
  return fileName.replace(/\.[^.]*$/u, "");
}

function withoutProfileEnding(fileName: string): string {
  return fileName.replace(/\.(?:mobileconfig|plist)$/iu, "");
}
