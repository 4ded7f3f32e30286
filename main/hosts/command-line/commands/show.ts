import { readdir } from "node:fs/promises";
import {
  type InstalledPorts,
  type InstalledSettings,
  readInstalledSettings,
} from "../../../app/document/installed-settings.ts";
import type { Problem } from "../../../core/problem.ts";
import { type DescribedPayload, describeProfile, profileRemarks } from "../../../core/profile/index.ts";
import type { CommandCall, ExitCode, RunCommand, Terminal } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { type OpenedDocument, openDocument } from "../open-document.ts";
import { installedText, profileText } from "../profile-text.ts";
import { wrongCall } from "../wrong-call.ts";

const usage = usageOf("show");

/** The part of the computer that `show --installed` looks at. */
export type ShowPorts = Pick<InstalledPorts, "platform" | "listFolder">;

/** `show FILE` and `show --installed`: everything a profile, or this Mac, holds (design section 4). */
export const run: RunCommand = showOn({
  platform: process.platform,
  listFolder: (path) => readdir(path).catch(() => null),
});

/** The command on a computer that the caller brings; tests bring a Mac. */
export function showOn(ports: ShowPorts): RunCommand {
  return (call, terminal) =>
    call.options["installed"] === true ? showInstalled(ports, call, terminal) : showFile(call, terminal);
}

async function showFile(call: CommandCall, terminal: Terminal): Promise<ExitCode | Problem> {
  const [file, ...more] = call.positionals;
  if (file === undefined || more.length > 0) return wrongCall("show takes one file.", usage);
  const domain = typeof call.options["domain"] === "string" ? call.options["domain"] : undefined;
  const opened = await openDocument(file, terminal, { domain });
  if (!opened.ok) return opened.problem;
  if (call.json) {
    terminal.stdout(`${JSON.stringify(asJson(opened.value))}\n`);
    return 0;
  }
  const { showNotes } = await import("../show-notes.ts");
  terminal.stdout(profileText(opened.value, showNotes(opened.value.document)));
  return 0;
}

function asJson({ document, signature }: OpenedDocument): object {
  const { format, encoding, profile, payloads } = describeProfile(document);
  return {
    format,
    encoding,
    signature,
    profile,
    payloads,
    notices: [...document.notices, ...profileRemarks(document)],
  };
}

/** The same fields as for a file, with one payload for each domain and user; 1 when the Mac has no such settings. */
async function showInstalled(
  ports: ShowPorts,
  call: CommandCall,
  terminal: Terminal,
): Promise<ExitCode | Problem> {
  if (call.positionals.length > 0) return wrongCall("show takes a file or --installed, not both.", usage);
  const installed = await readInstalledSettings({ ...ports, readFile: terminal.readFile });
  if (!installed.ok) return installed.problem;
  const payloads = installed.value.flatMap(describeInstalled);
  const json = { format: "plist", encoding: "binary", signature: null, profile: null, payloads };
  terminal.stdout(call.json ? `${JSON.stringify(json)}\n` : installedText(payloads));
  return payloads.length === 0 ? 1 : 0;
}

/** A payload as in `show FILE`, with the file it is in and the user it applies to. */
export type InstalledPayload = DescribedPayload & { readonly path: string; readonly user: string | null };

function describeInstalled({ path, user, document }: InstalledSettings): readonly InstalledPayload[] {
  return describeProfile(document).payloads.map((payload) => ({ ...payload, path, user }));
}
