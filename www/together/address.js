// Addresses that lead here: with a result, or with a chair to sit down on.

/**
 * The page without what it was opened with, or the one that the widget is told to name instead; a query stays,
 * since it may be what names the page.
 * @param {Element} [host]
 */
export const here = (host) => (host?.getAttribute("home") || location.href).replace(/#.*$/, "");

/** @param {string} token @param {Element} [host] */
export const resultAddress = (token, host) => `${here(host)}#r=${token}`;

/** @param {string} role @param {Element} [host] */
export const invitationAddress = (role, host) => `${here(host)}#for=${role}`;
