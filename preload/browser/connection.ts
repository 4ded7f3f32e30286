import { callTurnHeader, eventsToldHeader, fileNameHeader } from "../bridge.ts";
import type { CallInput, CallName, CallOutput, FileHandle, Problem, Result } from "../contract.ts";
import { createEventOrder, type EventOrder } from "./event-order.ts";
import { listen } from "./event-socket.ts";
import { keptBearer } from "./kept-bearer.ts";
import { answerOtherTabs } from "./other-tab.ts";

/** The loopback connection of the browser host. */
export type Connection = {
  readonly post: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Result<CallOutput<N>>>;
  readonly upload: (file: object) => Promise<Result<FileHandle>>;
  readonly download: (download: FileHandle) => Promise<Result<Uint8Array<ArrayBuffer>>>;
  readonly onMessage: (listener: (channel: string, payload: unknown) => void) => void;
  /** Called once, as soon as the app behind this page is gone. */
  readonly onGone: (listener: () => void) => void;
  /** Called when the app does not answer just now, and when it answers again. */
  readonly onSilence: (listener: (isSilent: boolean) => void) => void;
  /** Called when events may have been missed, and come again from here on. */
  readonly onMissed: (listener: () => void) => () => void;
};

/** Redeems the token of the printed link (or takes the bearer of an earlier load of this tab) and opens the event socket. */
export async function connect(): Promise<Result<Connection>> {
  const bearer = await bearerOfThisTab();
  if (!bearer.ok) return bearer;
  const messages = createListeners<[channel: string, payload: unknown]>();
  const gone = createListeners<[]>();
  const silence = createListeners<[isSilent: boolean]>();
  const missed = createListeners<[]>();
  const order = createEventOrder();
  const opened = await listen(bearer.value, {
    order,
    message: messages.tell,
    gone: gone.tell,
    silence: silence.tell,
    missed: missed.tell,
    whyRefused: () => whyRefused(bearer.value),
  });
  if (opened === "refused") return { ok: false, problem: (await whyRefused(bearer.value)) ?? hostGone };
  answerOtherTabs(bearer.value);
  const page = crypto.randomUUID();
  let calls = 0;
  return {
    ok: true,
    value: {
      post: (name, input) => {
        const turn = `${page} ${calls}`;
        calls += 1;
        return post(bearer.value, name, input, { turn, afterEvents: order.after });
      },
      upload: (file) => upload(bearer.value, file),
      download: (handle) => download(bearer.value, handle),
      onMessage: messages.add,
      onGone: gone.add,
      onSilence: silence.add,
      onMissed: missed.add,
    },
  };
}

type Listeners<A extends readonly unknown[]> = {
  readonly add: (listener: (...told: A) => void) => () => void;
  readonly tell: (...told: A) => void;
};

function createListeners<A extends readonly unknown[]>(): Listeners<A> {
  const all = new Set<(...told: A) => void>();
  return {
    add: (listener) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (...told) => {
      for (const listener of all) listener(...told);
    },
  };
}

async function bearerOfThisTab(): Promise<Result<string>> {
  const token = new URLSearchParams(location.hash.slice(1)).get("token");
  const kept = keptBearer.get();
  const known: Result<string> = kept === null ? { ok: false, problem: linkUsed } : { ok: true, value: kept };
  if (token === null) return known;
  // The token is worthless from here on; it must not stay in the address bar or the history.
  history.replaceState(null, "", location.pathname);
  try {
    const response = await fetch("session", { method: "POST", body: JSON.stringify({ token }) });
    // The link was opened a second time in a tab that is in already.
    if (!response.ok) return known;
    const { bearer } = (await response.json()) as { bearer: string };
    keptBearer.set(bearer);
    return { ok: true, value: bearer };
  } catch {
    return { ok: false, problem: hostGone };
  }
}

async function post<N extends CallName>(
  bearer: string,
  name: N,
  input: CallInput<N>,
  order: { readonly turn: string; readonly afterEvents: EventOrder["after"] } | null = null,
): Promise<Result<CallOutput<N>>> {
  try {
    const response = await fetch(`call/${name}`, {
      method: "POST",
      headers: {
        authorization: `Bearer ${bearer}`,
        "content-type": "application/json",
        ...(order === null ? {} : { [callTurnHeader]: order.turn }),
      },
      body: JSON.stringify(input),
    });
    if (response.status === 401) return { ok: false, problem: linkUsed };
    const answer = (await response.json()) as Result<CallOutput<N>>;
    await order?.afterEvents(Number(response.headers.get(eventsToldHeader) ?? 0));
    return answer;
  } catch {
    return { ok: false, problem: hostGone };
  }
}

/** Sends a file as it lies; the browser reads it from disk while it is sent. */
async function upload(bearer: string, file: object): Promise<Result<FileHandle>> {
  if (!(file instanceof File)) return { ok: false, problem: noFile };
  try {
    const response = await fetch("file", {
      method: "POST",
      headers: {
        authorization: `Bearer ${bearer}`,
        "content-type": "application/octet-stream",
        [fileNameHeader]: encodeURIComponent(file.name),
      },
      body: file,
    });
    if (response.status === 401) return { ok: false, problem: linkUsed };
    return (await response.json()) as Result<FileHandle>;
  } catch {
    return { ok: false, problem: (await isReadable(file)) ? hostGone : unreadable };
  }
}

/** A file that was removed, or changed after it was chosen, makes a request fail as a host does that is gone. */
function isReadable(file: File): Promise<boolean> {
  const firstByte = file.slice(0, 1).arrayBuffer();
  return firstByte.then(
    () => true,
    () => false,
  );
}

async function download(bearer: string, handle: FileHandle): Promise<Result<Uint8Array<ArrayBuffer>>> {
  try {
    const headers = { authorization: `Bearer ${bearer}` };
    const response = await fetch(`file/${encodeURIComponent(handle)}`, { method: "POST", headers });
    if (response.status === 401) return { ok: false, problem: linkUsed };
    if (!response.ok) return { ok: false, problem: downloadGone };
    return { ok: true, value: new Uint8Array(await response.arrayBuffer()) };
  } catch {
    return { ok: false, problem: hostGone };
  }
}

/** Why the app does not take the event socket: null where it answers, and takes it later perhaps. */
async function whyRefused(bearer: string): Promise<Problem | null> {
  const answer = await post(bearer, "app.describe", {});
  return answer.ok ? null : answer.problem;
}

const linkUsed: Problem = {
  code: "link-used",
  title: "This tab is not let in.",
  detail: "Each start of Latchkey prints a link that opens one tab, once.",
  fix: "Open it from a tab that is in already, or start Latchkey again and open the link that it prints.",
};

const hostGone: Problem = {
  code: "host-gone",
  title: "Latchkey has stopped.",
  detail: "This page is open, but the app behind it does not answer.",
  fix: "Start Latchkey again with npm start.",
};

const noFile: Problem = {
  code: "file-without-place",
  title: "This is no file.",
  detail: "What was dropped or chosen is something else.",
  fix: "Save it as a file first, then open that file.",
};

const unreadable: Problem = {
  code: "file-not-read",
  title: "The file could not be read.",
  detail: "It has been moved or changed since it was chosen, or reading it is not allowed.",
  fix: "Choose the file again.",
};

const downloadGone: Problem = {
  code: "file-gone",
  title: "This file is not at hand any more.",
  detail: "What Latchkey has made is downloaded once.",
  fix: "Make it again.",
};
