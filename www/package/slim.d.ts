export * from "./index.js";

/**
 * Says where the core is; widgets wait for it with their results, not with their questions. The first call
 * counts, further ones do nothing.
 */
export function init(core: string | URL | Request | Response | ArrayBuffer | Uint8Array<ArrayBuffer> | Promise<Response | ArrayBuffer>): void;
