import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { version } from "../../../package.json";
import { createKeptRuns } from "../../app/history/kept-runs.ts";
import {
  keptRunsFolder,
  protectState,
  type Surroundings,
  stateFolder,
} from "../../app/history/state-folder.ts";
import { browserSignIn } from "../../app/runs/browser-sign-in.ts";
import { createSession } from "../../app/session.ts";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { nodeFetch } from "../../network/node-fetch.ts";
import { hasNetwork } from "../../network/online.ts";
import { keychainHere } from "../../signing/keychain/security-tool.ts";
import { forgetAbandoned } from "./abandoned-uploads.ts";
import { createAccess } from "./access.ts";
import { createDownloads } from "./downloads.ts";
import { createEventChannel } from "./event-channel.ts";
import { startBrowserServer } from "./server.ts";
import { createUploads } from "./uploads.ts";

export type BrowserHost = {
  /** Opens the app once: its fragment holds the single-use token. */
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/**
 * Starts the app for a browser on this machine.
 *
 * @param options.root folder of the built page
 * @param options.port 0 takes a free one
 * @param options.onLinkUsed called when somebody came through the link, which opens nothing from then on
 */
export async function startBrowserHost(options: {
  readonly root: string;
  readonly port: number;
  readonly onLinkUsed?: () => void;
}): Promise<Result<BrowserHost>> {
  const built = await stat(join(options.root, "index.html")).catch(() => null);
  if (built === null) return fail(notBuilt);
  const state = stateFolder(surroundings());
  await protectState(state);
  const events = createEventChannel();
  void forgetAbandoned(tmpdir());
  const uploads = createUploads(tmpdir());
  const downloads = createDownloads();
  const session = createSession({
    version,
    host: "browser",
    capabilities: {
      canOpenLoginWindow: false,
      canShowFileDialogs: false,
      canSignWithKeychain: process.platform === "darwin",
      drawsWindowButtons: false,
    },
    chooseProfile: async () => succeed(null),
    files: uploads.files,
    saveFile: async (_name, bytes) => succeed({ savedTo: null, download: downloads.keep(bytes) }),
    signInMethod: (_via, redirectUri, announce) => browserSignIn({ redirectUri, announce, open: null }),
    emit: events.emit,
    stateFolder: state,
    keptRuns: createKeptRuns(keptRunsFolder(state)),
    ...keychainHere(),
    fetch: loadedWhenUsed(() => nodeFetch(process.env)),
    isOnline: () => hasNetwork(),
    now: Date.now,
    newUuid: () => randomUUID().toUpperCase(),
  });
  const access = createAccess(Date.now, options.onLinkUsed);
  const parts = { ...options, access, events, dispatch: session.call, uploads, downloads };
  const server = await startBrowserServer(parts);
  if (!server.ok) return server;
  return succeed({
    url: `http://127.0.0.1:${server.value.port}/#token=${access.linkToken}`,
    stop: async () => {
      await server.value.stop();
      await session.dispose();
      await uploads.close();
    },
  });
}

/** The HTTP library is loaded with the first test, not before the first screen. */
function loadedWhenUsed(load: () => Promise<typeof fetch>): typeof fetch {
  let loaded: Promise<typeof fetch> | null = null;
  return async (input, init) => {
    loaded ??= load();
    return (await loaded)(input, init);
  };
}

function surroundings(): Surroundings {
  return { platform: process.platform, environment: process.env, home: homedir() };
}

const notBuilt = {
  code: "page-not-built",
  title: "The app's page has not been built.",
  detail: "The folder dist/renderer has no index.html.",
  fix: "Run npm run build.",
};
