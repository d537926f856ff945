import { Dialog } from '#web/ui/dialog.tsx';
import styles from './editor.module.css';

type Row = readonly [keys: string, meaning: string];

const lists: readonly { readonly title: string; readonly rows: readonly Row[] }[] = [
  {
    title: 'Everywhere',
    rows: [
      ['Ctrl+Z', 'Undo'],
      ['Ctrl+Shift+Z', 'Redo'],
      ['Ctrl+C, Ctrl+X, Ctrl+V', 'Copy, cut and paste what is selected, also into another model'],
    ],
  },
  {
    title: 'On the board',
    rows: [
      ['Arrow keys', 'Go to what is next in that direction; from a flow, to its ends'],
      ['F', 'Go to the flows of an element, one after the other'],
      ['Enter or F2', 'Rename; Enter keeps the name, Escape does not'],
      ['C', 'Draw a flow from here: go to its target and press Enter'],
      ['Shift+arrow keys', 'Move what is selected; it joins the boundary that it comes into'],
      ['Space', 'Add to the selection, or take away'],
      ['Ctrl+arrow keys', 'Go on without selecting'],
      ['Ctrl+A, Escape', 'Select all, select nothing'],
      ['Ctrl+D', 'Duplicate'],
      ['Delete', 'Delete, with the flows of an element'],
      ['Shift+drag', 'Select with a rectangle'],
      ['Ctrl+wheel', 'Zoom'],
    ],
  },
  {
    title: 'In the outline',
    rows: [
      ['Up, Down', 'Go to the line before or after'],
      ['Enter', 'Open or close what is known about it'],
      ['Delete', 'Delete it'],
    ],
  },
];

export function KeyList({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys of the editor" onClose={onClose}>
      {lists.map(({ title, rows }) => (
        <section key={title} className={styles.keys}>
          <h3>{title}</h3>
          <dl>
            {rows.map(([keys, meaning]) => (
              <div key={keys}>
                <dt>{keys}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}
