import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFileHandles } from "../../main/app/files/file-handles.ts";
import { createKeptRuns } from "../../main/app/history/kept-runs.ts";
import type { SecretStore } from "../../main/app/secret-store.ts";
import { createSession, type Session } from "../../main/app/session.ts";
import type { Problem } from "../../main/core/problem.ts";
import type { FilePlace, PickedFile } from "../../main/files/source-file.ts";
import type { SignInOutcome } from "../../main/login/ports.ts";
import type { KeychainPorts } from "../../main/signing/index.ts";
import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
  PracticeView,
  ProfileView,
} from "../../preload/contract.ts";
import { heldFile } from "../support/held-file.ts";
import { sharedPracticeKey } from "../support/practice-key.ts";

type ChangingCall =
  | "profile.open"
  | "profile.edit"
  | "profile.editField"
  | "profile.editSource"
  | "profile.undo"
  | "profile.redo"
  | "recipes.apply"
  | "document.revert"
  | "document.duplicate"
  | "document.settle"
  | "drafts.restore"
  | "form.enter"
  | "form.add"
  | "form.addByHand"
  | "form.remove"
  | "form.importLicense"
  | "form.applyFixes";

/** A real session on made-up ports, for contract tests. */
export type Bench = {
  readonly session: Session;
  /** Calls and expects success. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** Starts a test run under a fresh id, as a page does. */
  readonly start: <N extends "test.ropg" | "test.oidc" | "test.both">(
    name: N,
    input: Omit<CallInput<N>, "runId">,
  ) => Promise<{ readonly runId: string }>;
  /** Calls and expects a problem. */
  readonly problem: (name: string, input: unknown) => Promise<Problem>;
  /** Starts, changes or stops the practice tenant and gives back how it stands then. */
  readonly practise: <N extends "practice.start" | "practice.change" | "practice.reset" | "practice.stop">(
    name: N,
    input: CallInput<N>,
  ) => Promise<PracticeView>;
  /** Changes the document and gives back how it stands then. */
  readonly change: <N extends ChangingCall>(name: N, input: CallInput<N>) => Promise<ProfileView>;
  /** The payload of the next event of this name, or of one that came before. */
  readonly next: <E extends EventName>(name: E) => Promise<EventPayload<E>>;
  /** The payloads of this name that came and that nobody has taken with `next`. */
  readonly told: <E extends EventName>(name: E) => readonly EventPayload<E>[];
  /** Gives a file as a page does that a person picked or dropped it on; the handle that stands for it. */
  readonly give: (name: string, content: string | Uint8Array, place?: FilePlace) => string;
  /** Folder for what is kept between starts; gone with the session. */
  readonly state: string;
  /** The bytes of a file that the page would download, once. */
  readonly taken: (download: string | null | undefined) => Buffer;
  /** Where kept runs go; made when the first is kept, gone with the session. */
  readonly folder: string;
  readonly saved: () => readonly PickedFile[];
  /** What the window that waits to be closed was told. */
  readonly closing: () => readonly string[];
  /** Makes the next event of this name fail on its way, as a fault of the app would. */
  readonly breakNext: (name: EventName) => void;
  /** What the open dialog will answer. */
  readonly pick: (file: PickedFile | null) => void;
};

export type BenchOptions = {
  readonly dialogs?: boolean;
  /** The host has a login window of its own; what is "pasted" stands for where that window ended. */
  readonly loginWindow?: boolean;
  /** Folder for kept runs; a fresh one when left out. */
  readonly folder?: string;
  /** Folder for what is kept between starts; a fresh one when left out. */
  readonly state?: string;
  /** Which form of the app it is; the browser host when left out. */
  readonly host?: "app window" | "browser";
  /** The network; the real one when left out. */
  readonly fetch?: typeof fetch;
  /** The system's store for secrets; none when left out. */
  readonly secretStore?: SecretStore;
  /** The keychain of a Mac; none when left out. */
  readonly keychain?: KeychainPorts;
};

export function createBench(options: BenchOptions = {}): Bench {
  const events: { name: EventName; payload: unknown }[] = [];
  const waiting = new Map<EventName, ((payload: never) => void)[]>();
  const saved: PickedFile[] = [];
  const closing: string[] = [];
  const files = createFileHandles(100, randomUUID);
  const downloads = new Map<string, Uint8Array>();
  let picked: PickedFile | null = null;
  let breaking: EventName | null = null;
  const folder = options.folder ?? join(tmpdir(), `latchkey-kept-${randomUUID()}`);

  const state = options.state ?? join(tmpdir(), `latchkey-state-${randomUUID()}`);

  const session = createSession({
    version: "0.0.0-test",
    host: options.host ?? "browser",
    capabilities: {
      canOpenLoginWindow: options.loginWindow ?? false,
      canShowFileDialogs: options.dialogs ?? false,
      canSignWithKeychain: options.keychain !== undefined,
      drawsWindowButtons: false,
    },
    chooseProfile: async () => ({ ok: true, value: picked === null ? null : heldFile(picked) }),
    files,
    saveFile: async (name, bytes) => {
      if (options.dialogs !== true) {
        const download = randomUUID();
        downloads.set(download, bytes);
        return { ok: true, value: { savedTo: null, download } };
      }
      saved.push({ name, bytes });
      return { ok: true, value: { savedTo: `/somewhere/${name}`, download: null } };
    },
    signInMethod: (via, _redirectUri, announce) => {
      let take: (outcome: SignInOutcome) => void = () => undefined;
      return {
        how: via === "window" ? "window" : "paste",
        via,
        patienceMs: 60_000,
        show: () => via === "window",
        signIn: ({ authorizeUrl, signal }) => {
          announce(authorizeUrl);
          return new Promise((resolve) => {
            take = resolve;
            signal.addEventListener("abort", () => resolve({ kind: "closed" }));
          });
        },
        takePasted: (url) => {
          take({ kind: "callback", url, secondFactorSeen: null, sessionMayBeReused: true });
          return { ok: true, value: null };
        },
      };
    },
    emit: (name, payload) => {
      if (name === breaking) {
        breaking = null;
        throw new TypeError("a password that must not come back");
      }
      const waiter = waiting.get(name)?.shift();
      if (waiter === undefined) events.push({ name, payload });
      else waiter(payload as never);
    },
    keptRuns: createKeptRuns(folder),
    ...(options.secretStore === undefined ? {} : { secretStore: options.secretStore }),
    ...(options.keychain === undefined ? {} : { keychain: options.keychain }),
    stateFolder: state,
    closing: {
      pageCanAsk: (can) => void closing.push(can ? "page asks" : "page cannot ask"),
      answer: (close) => void closing.push(close ? "close" : "stay"),
    },
    fetch: options.fetch ?? fetch,
    isOnline: () => true,
    now: Date.now,
    newUuid: () => randomUUID().toUpperCase(),
    makePracticeKey: sharedPracticeKey,
  });

  const call: Bench["call"] = async (name, input) => {
    const result = await session.call(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.problem.title} ${result.problem.detail}`);
    return result.value as never;
  };

  return {
    session: {
      ...session,
      dispose: async () => {
        await session.dispose();
        await rm(folder, { recursive: true, force: true });
        if (options.state === undefined) await rm(state, { recursive: true, force: true });
      },
    },
    folder,
    state,
    give: (name, content, place) => files.give(heldFile({ name, bytes: Buffer.from(content) }, place)),
    taken: (download) => {
      const bytes = downloads.get(download ?? "");
      if (bytes === undefined) throw new Error("There is no such download.");
      downloads.delete(download ?? "");
      return Buffer.from(bytes);
    },
    saved: () => saved,
    closing: () => closing,
    breakNext: (name) => {
      breaking = name;
    },
    pick: (file) => {
      picked = file;
    },
    call,
    practise: async (name, input) => {
      await call(name, input);
      return call("practice.status", {});
    },
    change: async (name, input) => {
      await call(name, input);
      const view = await call("profile.current", {});
      if (view === null) throw new Error("no document is open");
      return view;
    },
    start: async (name, input) => {
      const runId = randomUUID();
      await call(name, { ...input, runId } as never);
      return { runId };
    },
    problem: async (name, input) => {
      const result = await session.call(name, input);
      if (result.ok) throw new Error(`${name} did not fail`);
      return result.problem;
    },
    told: (name) => events.filter((event) => event.name === name).map(({ payload }) => payload as never),
    next: (name) => {
      const index = events.findIndex((event) => event.name === name);
      if (index >= 0) return Promise.resolve(events.splice(index, 1)[0]?.payload as never);
      return new Promise((resolve) => {
        waiting.set(name, [...(waiting.get(name) ?? []), resolve as (payload: never) => void]);
      });
    },
  };
}

/** A small profile of our own with both domains. */
export const staffProfile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>OIDCProvider</key>
			<string>EntraID</string>
			<key>OIDCTenant</key>
			<string>11112222-3333-4444-8555-666677778888</string>
			<key>OIDCClientID</key>
			<string>aaaabbbb-0000-4000-8000-ccccdddd0001</string>
			<key>OIDCROPGID</key>
			<string>aaaabbbb-0000-4000-8000-ccccdddd0001</string>
			<key>OIDCClientSecret</key>
			<string>not-for-the-screen</string>
			<key>PayloadIdentifier</key>
			<string>com.contoso.jamfconnect.login</string>
			<key>PayloadType</key>
			<string>com.jamf.connect.login</string>
			<key>PayloadUUID</key>
			<string>0A0A0A0A-1111-4222-8333-444444444444</string>
			<key>PayloadVersion</key>
			<integer>1</integer>
		</dict>
		<dict>
			<key>IdPSettings</key>
			<dict>
				<key>Provider</key>
				<string>EntraID</string>
				<key>ROPGID</key>
				<string>aaaabbbb-0000-4000-8000-ccccdddd0001</string>
				<key>TenantID</key>
				<string>11112222-3333-4444-8555-666677778888</string>
			</dict>
			<key>PayloadIdentifier</key>
			<string>com.contoso.jamfconnect.menubar</string>
			<key>PayloadType</key>
			<string>com.jamf.connect</string>
			<key>PayloadUUID</key>
			<string>0B0B0B0B-1111-4222-8333-444444444444</string>
			<key>PayloadVersion</key>
			<integer>1</integer>
		</dict>
	</array>
	<key>PayloadDisplayName</key>
	<string>Contoso staff</string>
	<key>PayloadIdentifier</key>
	<string>com.contoso.jamfconnect</string>
	<key>PayloadScope</key>
	<string>System</string>
	<key>PayloadType</key>
	<string>Configuration</string>
	<key>PayloadUUID</key>
	<string>0C0C0C0C-1111-4222-8333-444444444444</string>
	<key>PayloadVersion</key>
	<integer>1</integer>
</dict>
</plist>
`;

/** Opens {@link staffProfile}. */
export function openStaff(bench: Bench): Promise<ProfileView> {
  return bench.change("profile.open", { file: bench.give("Contoso staff.mobileconfig", staffProfile) });
}
