import { Link } from '@tanstack/react-router';
import { Page } from './page.tsx';

export function NotFound() {
  return (
    <Page
      title="There is nothing at this address"
      lead="The page may have moved, or the attempt was deleted."
      documentTitle="Not found"
    >
      <div className="buttons">
        <Link to="/" className="button primary">
          Go to Today
        </Link>
        <Link to="/bank" className="button">
          Open the question bank
        </Link>
      </div>
    </Page>
  );
}
