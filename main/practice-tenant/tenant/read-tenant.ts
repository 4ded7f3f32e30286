import { z } from "zod";
import { fail, type Result, succeed } from "../../core/problem.ts";
import { type Tenant, tenantSchema } from "./schema.ts";

/**
 * Reads a tenant from parsed JSON.
 *
 * @returns the tenant with all defaults filled in, or the problem `practice-tenant-invalid` that names the first
 *   members that do not fit.
 */
export function readTenant(json: unknown): Result<Tenant> {
  const parsed = tenantSchema.safeParse(json);
  if (!parsed.success) {
    return invalid(parsed.error.issues.slice(0, 3).map(describeIssue).join("; "));
  }
  const missing = firstMissingPart(parsed.data);
  return missing === null ? succeed(parsed.data) : invalid(missing);
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? "the file" : issue.path.join(".");
  return `${where}: ${issue.message}`;
}

/** The parts name apps by id; a tenant whose parts point nowhere would fail later and far from the cause. */
function firstMissingPart(tenant: Tenant): string | null {
  const known = new Set(tenant.applications.map((app) => app.appId));
  for (const part of ["loginClient", "loginApi", "checkApi"] as const) {
    const appId = tenant.practice[part];
    if (appId !== null && !known.has(appId)) return `practice.${part}: no application has this appId`;
  }
  return null;
}

function invalid(detail: string): Result<Tenant> {
  return fail({
    code: "practice-tenant-invalid",
    title: "The practice tenant cannot be read.",
    detail,
    fix: "Correct these members; docs/practice-tenant.md lists all of them.",
  });
}

/** The JSON Schema of a tenant file, for editors and for the documentation. */
export function tenantJsonSchema(): unknown {
  return z.toJSONSchema(tenantSchema, { io: "input" });
}
