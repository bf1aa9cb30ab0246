// Unpacks a page of one file: its script, whose hash the policy of the page names, and its definition.
// What stands in the element stays on screen where this fails.

const packed = document.querySelector("#packed")?.textContent ?? "";
const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
const [code = "", definition] = text.split("\0");
Object.assign(document.querySelector("taut-line") ?? {}, { definition });
const script = document.createElement("script");
script.type = "module";
const policy = /** @type {any} */ (globalThis).trustedTypes?.createPolicy("tautline", { createScript: () => code });
script.textContent = policy ? policy.createScript("") : code;
document.head.append(script);
