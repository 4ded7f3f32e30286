import type { DeliveryMode } from "../../../app/jamf-pro/deliver-profile.ts";
import type { Acceptance } from "../../../core/jamf-pro/accept-difference.ts";
import { type JamfProServer, readServer } from "../../../core/jamf-pro/server.ts";
import { fail, type Result, succeed } from "../../../core/problem.ts";
import type { CommandCall } from "../command.ts";
import { usageOf } from "../command-table.ts";
import { list, text } from "../test-run/options.ts";
import { wrongCall } from "../wrong-call.ts";

/** What a call of `upload` asks for. */
export type UploadCall = {
  /** Null with `--list` alone. */
  readonly file: string | null;
  /** Null with `--format`, which contacts nothing. */
  readonly server: JamfProServer | null;
  readonly identity:
    | { readonly kind: "client"; readonly id: string }
    | { readonly kind: "user"; readonly name: string }
    | null;
  readonly secretFromStdin: boolean;
  readonly mode: DeliveryMode;
  readonly id: string | null;
  readonly redeployAll: boolean;
  readonly acceptLockOut: boolean;
  /** Differences that are taken as they are. */
  readonly acceptances: readonly Acceptance[];
  readonly format: "terraform" | "jamf-cli" | null;
};

/** Reads a call. Problems: `wrong-call`, those of `readServer`. */
export function readUploadCall(call: CommandCall): Result<UploadCall> {
  const usage = usageOf("upload");
  const wrong = (what: string) => fail(wrongCall(what, usage));
  const [file = null, extra] = call.positionals;
  const flag = (name: string) => call.options[name] === true;
  const isList = flag("list");
  if (extra !== undefined || (file === null && !isList)) return wrong("upload takes one profile.");
  const format = text(call, "format");
  if (format !== null && format !== "terraform" && format !== "jamf-cli")
    return wrong("--format takes terraform or jamf-cli.");
  const redeploy = text(call, "redeploy");
  if (redeploy !== null && redeploy.toLowerCase() !== "all")
    return wrong("--redeploy takes all, or is left out.");
  const accept = text(call, "accept");
  if (accept !== null && accept !== "lock-out") return wrong("--accept takes lock-out.");
  const acceptances = acceptancesOf(call);
  if (acceptances === null)
    return wrong("--accept-difference takes a key path and a reason: OIDCAdmin='agreed with the help desk'.");
  const id = text(call, "id");
  if (id !== null && !/^\d{1,9}$/.test(id)) return wrong("--id takes the number of a profile.");
  const modes = (["dry-run", "compare", "list"] as const).filter(flag);
  if (modes.length > 1) return wrong(`--${modes.join(" and --")} exclude each other.`);
  const common = {
    file,
    mode: modes[0] ?? "deliver",
    id,
    redeployAll: redeploy !== null,
    acceptLockOut: accept !== null,
    acceptances,
    format,
  } as const;
  if (format !== null) return succeed({ ...common, server: null, identity: null, secretFromStdin: false });
  return withServer(call, common, wrong);
}

/** `KEY=REASON`, each; null where one of them is neither. */
function acceptancesOf(call: CommandCall): readonly Acceptance[] | null {
  const acceptances = list(call, "accept-difference").map((given): Acceptance | null => {
    const [, keyPath = "", reason = ""] = /^([^=]+)=(.*)$/su.exec(given) ?? [];
    return keyPath.trim() === "" || reason.trim() === ""
      ? null
      : { domain: null, keyPath: keyPath.trim(), reason };
  });
  return acceptances.every((one) => one !== null) ? acceptances : null;
}

function withServer(
  call: CommandCall,
  common: Omit<UploadCall, "server" | "identity" | "secretFromStdin">,
  wrong: (what: string) => Result<never>,
): Result<UploadCall> {
  const address = text(call, "jamf-pro");
  if (address === null) return wrong("--jamf-pro is missing: give the address of the server.");
  const server = readServer({
    address,
    environmentId: text(call, "environment-id"),
    tenantId: text(call, "tenant-id"),
  });
  if (!server.ok) return server;
  const [clientId, user] = [text(call, "client-id"), text(call, "user")];
  if (clientId !== null && user !== null) return wrong("--client-id and --user exclude each other.");
  if (call.options["secret-stdin"] === true && clientId === null)
    return wrong("--secret-stdin belongs to --client-id.");
  if (call.options["password-stdin"] === true && user === null)
    return wrong("--password-stdin belongs to --user.");
  if (user?.includes(":") === true) return wrong("The name of an account cannot hold a colon (RFC 7617).");
  if (clientId !== null)
    return succeed({
      ...common,
      server: server.value,
      identity: { kind: "client", id: clientId },
      secretFromStdin: call.options["secret-stdin"] === true,
    });
  if (user === null) return wrong("Say who signs in: --client-id ID, or --user NAME.");
  return succeed({
    ...common,
    server: server.value,
    identity: { kind: "user", name: user },
    secretFromStdin: call.options["password-stdin"] === true,
  });
}
