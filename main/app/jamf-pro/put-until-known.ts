import type { StoredProfile } from "../../core/jamf-pro/classic-profile.ts";
import { compareStored } from "../../core/jamf-pro/compare-stored.ts";
import type { PlistDict } from "../../core/plist/value.ts";
import { fail, type Problem, type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { JamfProClient } from "../../jamf-pro/index.ts";

/** How often an update is sent: it may be repeated, because it makes the same of the same. */
const mostTries = 3;

/**
 * Sends an update. Where no clear answer comes, for example because the server restarts, the profile is read to see what is there:
 * the new one is good, the old one is a reason to send again.
 *
 * @returns problem of the client where it was refused, `jamf-pro-state-unknown` where nothing could be read, both with what the
 *   server has now
 */
export async function putUntilKnown(
  client: JamfProClient,
  before: StoredProfile,
  body: string,
  root: PlistDict,
): Promise<Result<null>> {
  for (let tries = 1; ; tries += 1) {
    const written = await client.update(before.id, body);
    if (written.kind === "done") return succeed(null);
    if (written.kind === "refused") return fail(withState(written.problem, before.id));
    const now = await client.read(before.id);
    if (!now.ok) return fail(unknown(before.id, now.problem));
    if (isSame(root, now.value.root)) return succeed(null);
    if (!isSame(before.root, now.value.root)) return fail(changedMeanwhile(before.id));
    if (tries === mostTries) return fail(withState(written.problem, before.id));
  }
}

const head: Omit<ProfileDocument, "root"> = {
  format: "mobileconfig",
  encoding: "xml",
  domain: null,
  notices: [],
};

function isSame(wanted: PlistDict, stored: PlistDict): boolean {
  const { differences } = compareStored({ ...head, root: wanted }, { ...head, root: stored }, "kept");
  return differences.every(({ kind }) => kind !== "unexplained");
}

function withState(problem: Problem, id: string): Problem {
  const said = problem.detail.includes("Nothing was changed");
  return said ? problem : { ...problem, detail: `${problem.detail} Profile ${id} is as it was.` };
}

function unknown(id: string, cause: Problem): Problem {
  return {
    code: "jamf-pro-state-unknown",
    title: `Whether profile ${id} was updated is not known.`,
    detail: `The connection ended before an answer came, and afterwards: ${cause.title} The scope was not touched.`,
    fix: "Wait until the server answers, then run the same again: it compares first.",
  };
}

function changedMeanwhile(id: string): Problem {
  return {
    code: "jamf-pro-changed-meanwhile",
    title: `Profile ${id} is neither what it was nor what was sent.`,
    detail: "Somebody else changed it in the same moment, or only a part arrived. Nothing more was sent.",
    fix: "Compare (--compare), then decide.",
  };
}
