import { config } from './config.js';

const { scope, names } = config.own;

/** Whether a package is published by our own teams. */
export const isOwn = (name) => name.startsWith(`${scope}/`) || names.includes(name);
