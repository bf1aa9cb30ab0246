// The core where it is a part of the script.

/** The core, compressed and as base64; a bundle puts it here, since it compresses better than a bundler. */
const CORE = "@whole@";

/** @param {string} base64 of what is compressed */
const gunzip = (base64) => new Blob([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))]).stream().pipeThrough(new DecompressionStream("gzip"));

export const core = () => new Response(gunzip(CORE));
