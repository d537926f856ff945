import { type Band, bands } from '#core/content/vocabulary.ts';
import styles from './band-badge.module.css';
import { bandLabels } from './labels.ts';

/** The band in words, with four ticks of which as many are filled as the band is worth. */
export function BandBadge({ band }: { readonly band: Band | null }) {
  if (band === null) return <span className="muted">not graded</span>;
  const level = bands.indexOf(band);
  return (
    <span className={styles.badge}>
      <span className={styles.ticks} aria-hidden="true">
        {bands.map((each, index) => (
          <i key={each} className={index <= level ? styles.on : styles.off} />
        ))}
      </span>
      {bandLabels[band]}
    </span>
  );
}
