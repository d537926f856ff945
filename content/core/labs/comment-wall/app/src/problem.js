/** An error whose message may be shown to the client. */
export class Problem extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

// Express tells error handlers by their four parameters.
export function answerProblem(error, _req, res, _next) {
  const status = error.status ?? 500;
  if (status >= 500) console.error(error);
  res.status(status).json({ error: status >= 500 ? 'Something went wrong on our side.' : error.message });
}
