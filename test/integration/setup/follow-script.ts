/** Follows a `graph-rest` script the way any client of Graph would: by what is printed, without the code that made it. */
import type { GraphClient } from "../practice-tenant/graph-client.ts";

type Request = { readonly method: string; readonly url: string; readonly body?: unknown };
export type PrintedStep = {
  readonly title: string;
  readonly lookUp: Request;
  readonly create?: Request;
  readonly update?: Request;
  readonly remove?: Request;
  readonly saves?: Readonly<Record<string, string>>;
  readonly byHand?: string;
};

/** What a run sent beyond looking up, and what it saved under which name. */
export type Followed = { readonly sent: readonly string[]; readonly saved: ReadonlyMap<string, string> };

export async function followScript(
  graph: GraphClient,
  script: { readonly steps: readonly PrintedStep[] },
): Promise<Followed> {
  const saved = new Map<string, string>();
  const sent: string[] = [];
  const send = async (request: Request) => {
    const { method, url, body } = filled(request, saved);
    const answer = await graph(method, url, body);
    if (method !== "GET") sent.push(`${method} ${url}`);
    if (answer.status >= 400) throw new Error(`${method} ${url}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  for (const { lookUp, create, update, remove, saves = {} } of script.steps) {
    const answer = await send(lookUp);
    const list = answer["value"];
    let found: unknown = Array.isArray(list) ? list[0] : answer;
    const isNew = found === undefined && create !== undefined;
    if (found === undefined && create !== undefined) found = await send(create);
    for (const [name, member] of Object.entries(saves)) {
      const value = memberOf(found, member);
      if (typeof value === "string") saved.set(name, value);
    }
    if (found === undefined) continue;
    if (remove !== undefined) await send(remove);
    else if (!isNew && update !== undefined && differs(found, filled(update, saved).body)) await send(update);
  }
  return { sent, saved };
}

/** The same with every `{name}` that is saved in its place. */
export function filled<T>(value: T, saved: ReadonlyMap<string, string>): T {
  const text = JSON.stringify(value).replaceAll(
    /\{(\w+)\}/g,
    (whole, name) => saved.get(String(name)) ?? whole,
  );
  return JSON.parse(text);
}

/** Whether anything that is wanted is another in what was found; what else was found does not count. */
function differs(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted))
    return (
      !Array.isArray(found) ||
      found.length !== wanted.length ||
      wanted.some((each, index) => differs(found[index], each))
    );
  if (typeof wanted === "object" && wanted !== null)
    return Object.entries(wanted).some(([name, each]) => differs(memberOf(found, name), each));
  return found !== wanted;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}
