import type { Practice } from "../../server/practice.ts";
import type { Tenant } from "../../tenant/schema.ts";
import type { Collection } from "../collection.ts";
import type { GraphObject } from "../filter.ts";
import { badRequest, notFound, problem } from "../graph-answer.ts";

const permissions = {
  read: ["CustomSecAttributeDefinition.Read.All"],
  write: ["CustomSecAttributeDefinition.ReadWrite.All"],
} as const;

function setGraph(practice: Practice, change: Partial<Tenant["graph"]>): void {
  const tenant = practice.tenant();
  practice.replaceTenant({ ...tenant, graph: { ...tenant.graph, ...change } });
}

/** https://learn.microsoft.com/graph/api/resources/attributeset: sets are made and changed, never deleted. */
export const attributeSets: Collection = {
  path: "directory/attributeSets",
  permissions,
  list: (practice) => practice.tenant().graph.attributeSets,
  create: (practice, body) => {
    const { id } = body;
    const known = practice.tenant().graph.attributeSets;
    if (typeof id !== "string" || id === "") return badRequest("id is required.");
    if (known.some((set) => set.id.toLowerCase() === id.toLowerCase())) return conflict();
    const created = { ...body, id };
    setGraph(practice, { attributeSets: [...known, created] });
    return created;
  },
  change: (practice, id, body) => {
    const change = members(body, ["description", "maxAttributesPerSet"]);
    setGraph(practice, {
      attributeSets: practice
        .tenant()
        .graph.attributeSets.map((set) => (set.id === id ? { ...set, ...change } : set)),
    });
    return null;
  },
};

/** https://learn.microsoft.com/graph/api/resources/customsecurityattributedefinition: the id is `Set_Name`. */
export const attributeDefinitions: Collection = {
  path: "directory/customSecurityAttributeDefinitions",
  permissions,
  list: (practice) =>
    practice
      .tenant()
      .graph.attributeDefinitions.map((each) => ({ ...each, id: `${each.attributeSet}_${each.name}` })),
  create: (practice, body) => {
    const { attributeSet, name } = body;
    const { attributeSets: sets, attributeDefinitions: known } = practice.tenant().graph;
    if (typeof attributeSet !== "string" || typeof name !== "string")
      return badRequest("attributeSet and name are required.");
    if (!sets.some((set) => set.id === attributeSet)) return notFound(attributeSet);
    if (known.some((each) => each.attributeSet === attributeSet && each.name === name)) return conflict();
    const created = { ...body, attributeSet, name };
    setGraph(practice, { attributeDefinitions: [...known, created] });
    return { ...created, id: `${attributeSet}_${name}` };
  },
  change: (practice, id, body) => {
    // Name, type and set of a definition stay as they were made.
    const change = members(body, ["description", "status", "usePreDefinedValuesOnly"]);
    setGraph(practice, {
      attributeDefinitions: practice
        .tenant()
        .graph.attributeDefinitions.map((each) =>
          `${each.attributeSet}_${each.name}` === id ? { ...each, ...change } : each,
        ),
    });
    return null;
  },
};

function members(body: GraphObject, names: readonly string[]): GraphObject {
  return Object.fromEntries(Object.entries(body).filter(([name]) => names.includes(name)));
}

function conflict() {
  return problem(
    409,
    "Request_BadRequest",
    "Another object with the same value for property id already exists.",
  );
}
