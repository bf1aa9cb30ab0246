// What `model.js` has laid down for a definition of the wider language.

/** @import { Model } from "../types.js" */

/** Only of a model that has it. @param {{model: Model}} flow */
export const wider = ({ model: { wide } }) => /** @type {NonNullable<Model["wide"]>} */ (wide);
