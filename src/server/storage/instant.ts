/** ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` prints it. */
export type Instant = string;
