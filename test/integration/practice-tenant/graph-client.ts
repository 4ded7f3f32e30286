import type { PracticeTenant } from "../../../main/practice-tenant/index.ts";
import { passwordForm, postToken } from "./support.ts";

/** A client id that no tenant has registered: the practice tenant adopts it, with what an administrator consented to. */
const TOOL = "0f0f0f0f-1111-4222-8333-44445555cccc";

export type GraphAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};
export type GraphClient = (method: string, path: string, body?: unknown) => Promise<GraphAnswer>;

/**
 * Calls the Graph part with a token for these permissions. `path` is absolute, or starts with the version.
 *
 * @param index which account asks
 */
export async function graphClient(
  practice: PracticeTenant,
  permissions: readonly string[],
  index = 0,
): Promise<GraphClient> {
  const scope = permissions.map((name) => `https://graph.microsoft.com/${name}`).join(" ");
  const account = practice.description.accounts[index];
  const who = { username: account?.username ?? "", password: account?.password ?? "" };
  const token = await postToken(practice, passwordForm(practice, { client_id: TOOL, scope, ...who }));
  return async (method, path, body) => {
    const response = await fetch(new URL(path, `${practice.description.graph}/`), {
      method,
      headers: { authorization: `Bearer ${token.body["access_token"]}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text === "" ? {} : JSON.parse(text) };
  };
}

/** The `value` of a list. */
export function itemsOf(answer: GraphAnswer): Record<string, unknown>[] {
  const { value } = answer.body;
  if (!Array.isArray(value)) throw new Error(`No list: ${JSON.stringify(answer.body)}`);
  return value;
}
