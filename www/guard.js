// Addresses of scripts, for pages whose policy guards them: it has to let one policy through, by the name `tautline`.

/** The only scripts that are loaded by their address: threads, and what keeps a site for the time without a network. */
const OURS = /^(?:sw\.js|\S*\/(?:group|studio)-worker\.js)$/;

/** @type {{createScriptURL: (address: string) => string} | undefined} */
let policy;

/** @param {string} address */
function ours(address) {
  if (!OURS.test(address)) throw new TypeError(`not a script of ours: ${address}`);
  return address;
}

/** The address in the form that such a policy takes. @param {string} address */
export function scriptAddress(address) {
  policy ??= /** @type {any} */ (globalThis).trustedTypes?.createPolicy("tautline", { createScriptURL: ours });
  return policy?.createScriptURL(address) ?? ours(address);
}
