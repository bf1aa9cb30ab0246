// Unpacks a page of one file: its script, whose hash the policy of the page names, its definition and its words.
// What stands in the element stays on screen where this fails.

const packed = document.querySelector("#packed")?.textContent ?? "";
const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
const [code = "", definition, ...words] = text.split("\0");
Object.assign(document.querySelector("taut-line") ?? {}, { definition });
for (let n = 0; n < words.length; n += 2) {
  // no data block: filling one takes a right that is for what runs
  const block = document.createElement("template");
  block.id = `taut-texts${words[n]}`;
  block.content.append(words[n + 1] ?? "");
  document.body.append(block);
}
const script = document.createElement("script");
script.type = "module";
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("tautline", { createScript: () => code });
script.textContent = policy ? policy.createScript("") : code;
document.head.append(script);
