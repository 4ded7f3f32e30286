import type { Answer, PracticeRequest } from "../server/http.ts";
import type { Practice } from "../server/practice.ts";

/** One address of the practice tenant. `tenantSegment` is the first part of the path as it was sent. */
export type Endpoint = (
  request: PracticeRequest,
  practice: Practice,
  tenantSegment: string,
) => Promise<Answer> | Answer;
