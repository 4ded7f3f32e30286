export { documentFindings } from "../../../main/app/document/findings.ts";
export { profileFromTypedJson } from "../../../main/core/profile/index.ts";
