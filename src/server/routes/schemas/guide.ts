import { z } from '@hono/zod-openapi';
import { guideFrontMatter } from '#core/content/guide.ts';
import { list, slug } from './base.ts';

const heading = z.object(guideFrontMatter.shape);

export const guideContents = z.object({ pages: list(heading) });
export const guidePage = heading.omit({ order: true }).extend({ markdown: z.string() }).openapi('GuidePage');
export const guideParams = z.object({ slug });
