import { type Bench, createBench } from "./bench.ts";

const issuer = "http://127.0.0.1:49999";
const page = "https://login.microsoftonline.com.evil.example/authorize";

/** A session with a profile whose provider is on this machine and shows its sign-in page on a host that looks like Entra's. */
export async function createBenchElsewhere(): Promise<{
  readonly bench: Bench;
  /** What was asked of that host. */
  readonly pages: () => readonly string[];
}> {
  const pages: string[] = [];
  const answer: typeof fetch = async (input) => {
    const address = String(input);
    if (address.startsWith(issuer)) return Response.json(discovery);
    pages.push(address);
    return new Response("<!doctype html><title>Sign in</title>");
  };
  const bench = createBench({ fetch: answer });
  await bench.call("profile.open", { file: bench.give("custom.mobileconfig", customProfile) });
  return { bench, pages: () => pages };
}

const discovery = {
  issuer,
  authorization_endpoint: page,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
};

const customProfile = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>PayloadContent</key>
	<array>
		<dict>
			<key>OIDCProvider</key>
			<string>Custom</string>
			<key>OIDCClientID</key>
			<string>latchkey-test</string>
			<key>OIDCDiscoveryURL</key>
			<string>${issuer}</string>
			<key>PayloadIdentifier</key>
			<string>com.contoso.jamfconnect.login</string>
			<key>PayloadType</key>
			<string>com.jamf.connect.login</string>
			<key>PayloadUUID</key>
			<string>0A0A0A0A-1111-4222-8333-444444444444</string>
			<key>PayloadVersion</key>
			<integer>1</integer>
		</dict>
	</array>
	<key>PayloadDisplayName</key>
	<string>Contoso custom</string>
	<key>PayloadIdentifier</key>
	<string>com.contoso.jamfconnect</string>
	<key>PayloadType</key>
	<string>Configuration</string>
	<key>PayloadUUID</key>
	<string>0C0C0C0C-1111-4222-8333-444444444444</string>
	<key>PayloadVersion</key>
	<integer>1</integer>
</dict>
</plist>
`;
