import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** Colors come from the page's custom properties, which reach into the shadow root and follow light and dark. */
const look = EditorView.theme({
  '&': { height: '100%', color: 'var(--ink)', backgroundColor: 'var(--paper-raised)', fontSize: '0.8125rem' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--accent)', paddingBlock: '0.5rem' },
  '.cm-cursor': { borderLeftColor: 'var(--accent)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'var(--code-selection)',
  },
  '.cm-gutters': {
    backgroundColor: 'var(--paper-sunk)',
    color: 'var(--ink-muted)',
    borderRight: '1px solid var(--rule)',
  },
  '.cm-activeLine': { backgroundColor: 'var(--code-line)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--code-line)', color: 'var(--ink)' },
  '.cm-searchMatch': { backgroundColor: 'var(--unsure-tint-strong)' },
  '.cm-searchMatch-selected': { outline: '1px solid var(--unsure)' },
  '.cm-panels': { backgroundColor: 'var(--paper-sunk)', color: 'var(--ink)' },
  '.cm-panels-top': { borderBottom: '1px solid var(--rule)' },
  '.cm-panel.cm-search': { fontFamily: 'var(--sans)', padding: '0.4rem 2rem 0.4rem 0.6rem' },
  '.cm-panel.cm-search [name=close]': {
    fontSize: '1.2rem',
    color: 'var(--ink)',
    top: '0.3rem',
    right: '0.6rem',
  },
  '.cm-panel.cm-search label': { fontSize: '0.8125rem' },
  '.cm-textfield': {
    border: '1px solid var(--rule-strong)',
    backgroundColor: 'var(--paper-raised)',
    color: 'var(--ink)',
    fontSize: '0.8125rem',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'transparent',
    border: '1px solid var(--rule-strong)',
    color: 'var(--ink)',
    fontSize: '0.8125rem',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--accent-tint)',
    color: 'inherit',
  },
  '.cm-line[data-tone]': { boxShadow: 'inset 3px 0 0 var(--tone)', backgroundColor: 'var(--tone-tint)' },
  '.cm-line[data-tone=finding]': { '--tone': 'var(--accent)', '--tone-tint': 'var(--accent-tint)' },
  '.cm-line[data-tone=truth]': { '--tone': 'var(--met)', '--tone-tint': 'var(--met-tint)' },
  '.cm-line[data-tone=missed], .cm-line[data-tone=error]': {
    '--tone': 'var(--wrong)',
    '--tone-tint': 'var(--wrong-tint)',
  },
  '.cm-line[data-tone=harmless]': { '--tone': 'var(--unsure)', '--tone-tint': 'var(--unsure-tint)' },
  '.cm-note': {
    display: 'block',
    padding: '0.15rem 0.75rem',
    borderLeft: '3px solid var(--tone)',
    backgroundColor: 'var(--paper-sunk)',
    color: 'var(--ink)',
    font: '400 0.8125rem / 1.5 var(--sans)',
    maxWidth: 'min(46rem, 78vw)',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.cm-note[data-tone=error], .cm-note[data-tone=missed]': { '--tone': 'var(--wrong)' },
  '.cm-note[data-tone=truth]': { '--tone': 'var(--met)' },
  '.cm-note[data-tone=harmless]': { '--tone': 'var(--unsure)' },
  '.cm-note[data-tone=finding]': { '--tone': 'var(--accent)' },
  '&.cm-merge-b .cm-changedLine, &.cm-merge-b .cm-inlineChangedLine, .cm-insertedLine': {
    backgroundColor: 'var(--met-tint)',
  },
  '&.cm-merge-a .cm-changedLine, .cm-deletedChunk': { backgroundColor: 'var(--wrong-tint)' },
  '&.cm-merge-b .cm-changedText, .cm-insertedLine .cm-changedText, ins.cm-insertedLine': {
    background: 'var(--met-tint)',
    borderBottom: '2px solid var(--met)',
    textDecoration: 'none',
  },
  '&.cm-merge-a .cm-changedText, .cm-deletedChunk .cm-deletedText, del': {
    background: 'var(--wrong-tint)',
    borderBottom: '2px solid var(--wrong)',
    textDecoration: 'none',
  },
  '&.cm-merge-b .cm-changedLineGutter': { background: 'var(--met)' },
  '&.cm-merge-a .cm-changedLineGutter, .cm-deletedLineGutter': { background: 'var(--wrong)' },
  '.cm-chunkButtons button': {
    border: '1px solid var(--rule-strong)',
    borderRadius: '3px',
    background: 'var(--paper-raised)',
    color: 'var(--ink)',
    font: '400 0.75rem / 1.5 var(--sans)',
    margin: '0 2px',
    cursor: 'pointer',
  },
  '.cm-collapsedLines': {
    background: 'var(--paper-sunk)',
    color: 'var(--ink-muted)',
    font: '400 0.75rem / 1.8 var(--sans)',
  },
});

const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.operatorKeyword, tags.self], color: 'var(--code-keyword)' },
  {
    tag: [tags.string, tags.special(tags.string), tags.regexp, tags.attributeValue],
    color: 'var(--code-string)',
  },
  { tag: [tags.comment, tags.meta], color: 'var(--code-comment)', fontStyle: 'italic' },
  { tag: [tags.number, tags.bool, tags.null, tags.atom], color: 'var(--code-number)' },
  {
    tag: [
      tags.definition(tags.variableName),
      tags.function(tags.definition(tags.variableName)),
      tags.className,
    ],
    color: 'var(--code-name)',
  },
  { tag: [tags.typeName, tags.tagName, tags.namespace], color: 'var(--code-type)' },
  { tag: [tags.attributeName, tags.propertyName], color: 'var(--code-property)' },
  { tag: [tags.heading, tags.strong], fontWeight: '600' },
]);

export const theme = [look, syntaxHighlighting(colors)];
