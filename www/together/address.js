// Addresses that lead here: with a result, or with a chair to sit down on.

/** This page without what it was opened with; a query stays, since it may be what names the page. */
export const here = () => location.href.replace(/#.*$/, "");

/** @param {string} token */
export const resultAddress = (token) => `${here()}#r=${token}`;

/** @param {string} role */
export const invitationAddress = (role) => `${here()}#for=${role}`;
