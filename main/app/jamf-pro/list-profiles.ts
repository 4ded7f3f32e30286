import type { StoredProfile } from "../../core/jamf-pro/classic-profile.ts";
import {
  conflictsBetween,
  jamfConnectDomainsOf,
  type NamedProfile,
  type ProfileConflict,
} from "../../core/jamf-pro/conflicts.ts";
import { type Result, succeed } from "../../core/problem.ts";
import type { ProfileDocument } from "../../core/profile/index.ts";
import type { JamfProClient } from "../../jamf-pro/index.ts";

/** The profiles on a server that hold settings of Jamf Connect. */
export type JamfConnectProfiles = {
  readonly profiles: readonly { readonly stored: StoredProfile; readonly domains: readonly string[] }[];
  readonly conflicts: readonly ProfileConflict[];
  /** How many profiles were looked at, of how many on the server, and how many of them could not be read. */
  readonly looked: number;
  readonly all: number;
  readonly unread: number;
};

/** Profiles that are looked at; a server with more has its list cut here, and `looked` says so. */
const mostProfiles = 1000;

/**
 * Reads every profile of the server, one after the other so that no firewall takes it for a burst, and keeps those that hold domains
 * of Jamf Connect. The Classic API cannot search for them.
 *
 * @param open the profile that is about to be delivered: its conflicts with the others are named too; null for none
 * @param progress hears how many of how many were read; false from it stops, with what was read so far
 */
export async function listJamfConnectProfiles(
  client: JamfProClient,
  open: NamedProfile | null,
  progress: (read: number, all: number) => boolean = () => true,
): Promise<Result<JamfConnectProfiles>> {
  const list = await client.list();
  if (!list.ok) return list;
  const wanted = list.value.slice(0, mostProfiles);
  const found: { stored: StoredProfile; domains: readonly string[] }[] = [];
  let unread = 0;
  let looked = 0;
  for (const { id } of wanted) {
    if (!progress(looked, wanted.length)) break;
    looked += 1;
    const read = await client.read(id);
    if (!read.ok) {
      // One profile that cannot be read does not hide the others; a server that is gone does.
      if (read.problem.code !== "jamf-pro-half-answer" && read.problem.code !== "jamf-pro-not-found")
        return read;
      unread += 1;
      continue;
    }
    const domains = jamfConnectDomainsOf(documentOf(read.value));
    if (domains.length > 0) found.push({ stored: read.value, domains });
  }
  const named = found.map(({ stored }) => ({ name: stored.name, document: documentOf(stored) }));
  // The open profile replaces the one of its name.
  const others = named.filter(({ name }) => name !== open?.name);
  const conflicts = conflictsBetween(open === null ? named : [open, ...others]);
  return succeed({ profiles: found, conflicts, looked, all: list.value.length, unread });
}

function documentOf({ root }: StoredProfile): ProfileDocument {
  return { format: "mobileconfig", encoding: "xml", root, domain: null, notices: [] };
}
