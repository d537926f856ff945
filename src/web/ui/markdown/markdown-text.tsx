import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import styles from './markdown.module.css';

type Level = 2 | 3;
type Props = {
  readonly text: string /** The rank that the text's highest heading gets in the page. */;
  readonly firstHeading: Level;
};

/** Only https leaves the page, and only when clicked; a path of our own goes through the router. */
function Anchor({
  href = '',
  children,
}: {
  readonly href?: string | undefined;
  readonly children?: ReactNode;
}) {
  if (href.startsWith('https://')) {
    return (
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
    );
  }
  if (href.startsWith('/') && !href.startsWith('//')) return <Link to={href}>{children}</Link>;
  return <span>{children}</span>;
}

const plugins = [remarkGfm];
const common: Components = {
  a: Anchor,
  img: () => null,
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide block of code must be reachable by keyboard to be scrolled
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
};

const headings: Record<Level, Components> = {
  2: { h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4' },
  3: { h1: 'h3', h2: 'h3', h3: 'h4', h4: 'h5' },
};
const components: Record<Level, Components> = {
  2: { ...common, ...headings[2] },
  3: { ...common, ...headings[3] },
};

/** Markdown of the content packs. Raw HTML in it is dropped, images too. */
export function MarkdownText({ text, firstHeading }: Props) {
  return (
    <div className={styles.text}>
      <Markdown skipHtml remarkPlugins={plugins} components={components[firstHeading]}>
        {text}
      </Markdown>
    </div>
  );
}
