import { OpenAPIHono } from '@hono/zod-openapi';
import { invalidInput } from './problem.ts';

/** A Hono app that answers bad input with a problem document. */
export const createRouter = () =>
  new OpenAPIHono({
    defaultHook: (outcome) => {
      if (!outcome.success) throw invalidInput(outcome.error.issues);
    },
  });
