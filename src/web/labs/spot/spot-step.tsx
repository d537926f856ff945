import type { AtDesk } from '../desk/at-desk.ts';
import { ReviewResult } from '../review/review-result.tsx';
import { Reviewing } from './reviewing.tsx';

export function SpotStep({ desk }: { readonly desk: AtDesk }) {
  const { review } = desk.session;
  return review ? <ReviewResult desk={desk} review={review} /> : <Reviewing desk={desk} />;
}
