import type { Page } from "playwright";
import { createCodec } from "../../electron-stand-in/page/codec.ts";
import type { FromPage, ToPage } from "../../electron-stand-in/page/isolated-world.ts";
import { isolatedWorldName } from "../../electron-stand-in/page/scripts.ts";

/**
 * Calls main from the first sub-frame of a page, as a page could that has taken over its renderer. No honest code can: a
 * sub-frame has no preload. But the stand-in's road to main exists in the preload's world of every frame.
 */
export async function callFromSubframe(page: Page, channel: string, input: object): Promise<unknown> {
  const codec = createCodec();
  const cdp = await page.context().newCDPSession(page);
  const contexts: { readonly id: number; readonly name: string; readonly frameId: string }[] = [];
  cdp.on("Runtime.executionContextCreated", ({ context }) => {
    const { frameId } = context.auxData as { frameId: string };
    contexts.push({ id: context.id, name: context.name, frameId });
  });
  await cdp.send("Runtime.enable");
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const frameId = frameTree.childFrames?.[0]?.frame.id;
  const world = contexts.find((context) => context.frameId === frameId && context.name === isolatedWorldName);
  if (world === undefined) throw new Error("The sub-frame has no world of the preload.");
  const message: FromPage = { kind: "invoke", id: 1, channel, args: codec.encode([input]) };
  const { result } = await cdp.send("Runtime.evaluate", {
    contextId: world.id,
    awaitPromise: true,
    returnByValue: true,
    expression: `new Promise((resolve) => {
      const [binding, receiver] = ["b", "r"].map((letter) =>
        Object.getOwnPropertyNames(globalThis).find((name) => new RegExp("^" + letter + "[0-9a-f]{32}$").test(name)));
      globalThis[receiver] = resolve;
      globalThis[binding](${JSON.stringify(JSON.stringify(message))});
    })`,
  });
  const answer = JSON.parse(String(result.value)) as Extract<ToPage, { kind: "answer" }>;
  return codec.decode(answer.value ?? "null");
}
