import { encodeBase64 } from "../plist/base64.ts";
import { dict, integer, string } from "../plist/build.ts";
import { type TypedJson, writeXmlPlist } from "../plist/index.ts";

/** A license for examples, good until a day; its key is made up. */
export function exampleLicense(until: string): TypedJson {
  const root = dict([
    ["Name", string("Example Company")],
    ["LicenseKey", string("made-up-for-this-page")],
    ["ExpirationDate", string(until)],
    ["NumberOfClients", integer(250)],
  ]);
  return { $data: encodeBase64(writeXmlPlist(root)) };
}
