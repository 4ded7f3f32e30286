import type { StoredProfile } from "../../core/jamf-pro/classic-profile.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import { visibleName } from "../../core/text/visible.ts";
import type { JamfProClient } from "../../jamf-pro/index.ts";

/**
 * The profile on the server that goes by this name; null where there is none.
 *
 * @param id where somebody has chosen one; its name may be another then
 * @returns problem `jamf-pro-name-ambiguous` where several have the name
 */
export async function findProfile(
  client: JamfProClient,
  name: string,
  id: string | null,
): Promise<Result<StoredProfile | null>> {
  if (id !== null) return client.read(id);
  const list = await client.list();
  if (!list.ok) return list;
  // Jamf Pro cuts blanks off the ends of names.
  const [found, another] = list.value.filter((listed) => listed.name.trim() === name.trim());
  if (found === undefined) return succeed(null);
  if (another !== undefined) return fail(ambiguous(name, [found.id, another.id]));
  return client.read(found.id);
}

function ambiguous(name: string, ids: readonly string[]): Problem {
  return {
    code: "jamf-pro-name-ambiguous",
    title: `Several profiles on the server are called ${visibleName(name)}.`,
    detail: `Their ids are ${ids.join(" and ")}. Nothing was sent.`,
    fix: "Say which one is meant: --id N.",
  };
}
