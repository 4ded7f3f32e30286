import type { CallInput, JamfProConnection } from "../../../preload/contract.ts";
import { missingActions, privilegeFor } from "../../core/jamf-pro/privileges.ts";
import { type JamfProCredentials, type JamfProServer, readServer } from "../../core/jamf-pro/server.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { isThisMachine } from "../../core/providers/hosts.ts";
import { connectToJamfPro, type JamfProClient, type JamfProPorts } from "../../jamf-pro/index.ts";
import type { PracticeJamfPro } from "../../practice-jamf-pro/index.ts";
import type { HostPorts } from "../ports.ts";
import { cannotRemember } from "../secret-store.ts";
import { waitFor } from "../wait-for.ts";
import type { Delivered } from "./deliver.ts";

/** What the desk needs of the host. */
type DeskPorts = Pick<HostPorts, "fetch" | "now" | "secretStore">;

/** One Jamf Pro that a page is signed in to, and what it delivered there last. */
export type JamfProDesk = {
  readonly current: () => JamfProConnection | null;
  readonly canRemember: () => Promise<boolean>;
  readonly connect: (wanted: CallInput<"jamfPro.connect">) => Promise<Result<JamfProConnection>>;
  readonly practise: (gateway: boolean) => Promise<Result<JamfProConnection>>;
  readonly disconnect: (forget: boolean) => Promise<void>;
  /** The client of whoever is signed in. Problem `jamf-pro-signed-out`. */
  readonly client: () => Result<JamfProClient>;
  /** Somebody does not want to wait for the rest of the list. */
  stopsReading: boolean;
  /** What was delivered last; null once somebody else is signed in. */
  last: Delivered | null;
  readonly dispose: () => Promise<void>;
};

type SignedIn = {
  readonly client: JamfProClient;
  readonly view: JamfProConnection;
  readonly remembered: string | null;
};

/**
 * @param isPractising true while the practice tenant runs: then nothing leaves this machine
 */
export function createJamfProDesk(ports: DeskPorts, isPractising: () => boolean): JamfProDesk {
  let signedIn: SignedIn | null = null;
  let practice: PracticeJamfPro | null = null;
  const stop = new AbortController();
  const outside: JamfProPorts = { fetch: ports.fetch, now: ports.now, wait: waitFor, signal: stop.signal };
  const leave = async () => {
    const was = signedIn;
    signedIn = null;
    desk.last = null;
    await was?.client.close();
  };
  const enter = async (
    server: JamfProServer,
    credentials: JamfProCredentials,
    remembered: string | null,
  ): Promise<Result<JamfProConnection>> => {
    const client = await connectToJamfPro(outside, server, credentials);
    if (!client.ok) return client;
    await leave();
    const isPractice = practice?.origin === server.origin;
    const view = connectionView(client.value, credentials, isPractice, remembered !== null);
    signedIn = { client: client.value, view, remembered };
    return succeed(view);
  };
  const desk: JamfProDesk = {
    last: null,
    stopsReading: false,
    current: () => signedIn?.view ?? null,
    canRemember: async () => (await ports.secretStore?.isAvailable()) === true,
    connect: async (wanted) => {
      const server = readServer(wanted);
      if (!server.ok) return server;
      if (isPractising() && !isThisMachine(new URL(server.value.origin).hostname))
        return fail(practiceIsOn(server.value));
      const secret = await credentialsFor(ports, server.value, wanted);
      return secret.ok ? enter(server.value, secret.value.credentials, secret.value.remembered) : secret;
    },
    practise: async (gateway) => {
      const { startPracticeJamfPro } = await import("../../practice-jamf-pro/index.ts");
      const kind = gateway ? "gateway" : "classic";
      if (practice?.world.kind !== kind) {
        const started = await startPracticeJamfPro({ kind });
        if (!started.ok) return started;
        await practice?.stop();
        practice = started.value;
      }
      const { origin, world } = practice;
      const context = gateway ? ({ header: "X-Environment-Id", id: world.context.id } as const) : null;
      const { clientId, clientSecret } = world;
      return enter({ kind, origin, context }, { kind: "client", clientId, clientSecret }, null);
    },
    disconnect: async (forget) => {
      const name = signedIn?.remembered ?? null;
      await leave();
      if (forget && name !== null) await ports.secretStore?.forget(name);
    },
    client: () => (signedIn === null ? fail(signedOut) : succeed(signedIn.client)),
    dispose: async () => {
      await leave();
      stop.abort();
      await practice?.stop();
    },
  };
  return desk;
}

type Chosen = { readonly credentials: JamfProCredentials; readonly remembered: string | null };

/** The credentials of a call: typed, or out of the system's store. Remembering is refused before anything is sent. */
async function credentialsFor(
  { secretStore }: DeskPorts,
  { origin }: JamfProServer,
  { signIn, remember }: CallInput<"jamfPro.connect">,
): Promise<Result<Chosen>> {
  if (signIn.kind === "user") {
    if (signIn.name.includes(":")) return fail(colonInName);
    if (remember) return cannotRemember("secret");
    return succeed({ credentials: signIn, remembered: null });
  }
  const { clientId } = signIn;
  const name = secretName(origin, clientId);
  if (signIn.secret === null) {
    const kept = (await secretStore?.isAvailable()) === true ? await secretStore?.read(name) : null;
    if (kept === null || kept === undefined) return fail(notRemembered);
    return succeed({ credentials: { kind: "client", clientId, clientSecret: kept }, remembered: name });
  }
  if (remember) {
    if (secretStore === undefined || !(await secretStore.isAvailable())) return cannotRemember("secret");
    const kept = await secretStore.keep(name, signIn.secret);
    if (!kept.ok) return kept;
  }
  const credentials = { kind: "client", clientId, clientSecret: signIn.secret } as const;
  return succeed({ credentials, remembered: remember ? name : null });
}

function connectionView(
  client: JamfProClient,
  credentials: JamfProCredentials,
  isPractice: boolean,
  isRemembered: boolean,
): JamfProConnection {
  const { server, version, held } = client;
  const missing = missingActions(server, held, ["read", "create", "update"]);
  return {
    host: new URL(server.origin).host,
    isGateway: server.kind === "gateway",
    // One that was started by command says so itself.
    isPractice: isPractice || version?.endsWith("-PRACTICE") === true,
    version,
    who: credentials.kind === "client" ? credentials.clientId : credentials.name,
    missing: missing.map((action) => privilegeFor(server, action)),
    isRemembered,
  };
}

function practiceIsOn({ origin }: JamfProServer): Problem {
  return {
    code: "practice-elsewhere",
    title: `This address is outside of practice: ${new URL(origin).host}.`,
    detail: "While Practice is on, nothing leaves this machine. No secret was sent.",
    fix: "Turn Practice off, or sign in to the practice Jamf Pro.",
  };
}

const signedOut: Problem = {
  code: "jamf-pro-signed-out",
  title: "Nobody is signed in to Jamf Pro.",
  detail: "Nothing was sent.",
  fix: "Give the address of the server and an API client, or start the practice Jamf Pro.",
};

const notRemembered: Problem = {
  code: "secret-not-remembered",
  title: "No secret is remembered for this client at this server.",
  detail: "The system's store has none that can be read. Nothing was sent.",
  fix: "Type the secret.",
};

const colonInName: Problem = {
  code: "jamf-pro-name",
  title: "The name of an account cannot hold a colon.",
  detail: "A colon stands between name and password (RFC 7617). Nothing was sent.",
  fix: "Check the name.",
};

/** The name under which the secret of a client is kept: it holds for that client at that server only. */
function secretName(origin: string, clientId: string): string {
  return `jamf-pro ${origin} ${clientId}`;
}
