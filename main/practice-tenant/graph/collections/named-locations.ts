import { randomUUID } from "node:crypto";
import { namedLocationSchema } from "../../tenant/directory-objects.ts";
import type { Collection } from "../collection.ts";
import { badRequest } from "../graph-answer.ts";

/** https://learn.microsoft.com/graph/api/resources/namedlocation */
export const namedLocations: Collection = {
  path: "identity/conditionalAccess/namedLocations",
  permissions: {
    read: ["Policy.Read.All", "Policy.Read.ConditionalAccess"],
    write: ["Policy.ReadWrite.ConditionalAccess"],
  },
  list: (practice) => practice.tenant().namedLocations,
  create: (practice, body) => {
    const read = namedLocationSchema.safeParse({ ...body, id: randomUUID() });
    if (!read.success) return badRequest("The named location is not valid.");
    const tenant = practice.tenant();
    practice.replaceTenant({ ...tenant, namedLocations: [...tenant.namedLocations, read.data] });
    return read.data;
  },
  remove: (practice, id) => {
    const tenant = practice.tenant();
    practice.replaceTenant({
      ...tenant,
      namedLocations: tenant.namedLocations.filter((each) => each.id !== id),
    });
    return null;
  },
};
