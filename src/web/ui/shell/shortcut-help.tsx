import { useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { pages } from './nav.ts';
import styles from './shortcut-help.module.css';
import { setSingleKeys, singleKeysOn } from './single-keys.ts';

const groups = [
  {
    title: 'Anywhere',
    keys: [
      ['Ctrl K', 'Go to a page, find a question, do something'],
      ['/', 'Search the question bank'],
      ['?', 'This list'],
      ['Esc', 'Close what is open'],
    ],
  },
  { title: 'Go to', keys: pages.map((page) => [`g ${page.key}`, page.title]) },
  {
    title: 'Question bank',
    keys: [
      ['↓ ↑', 'Next, previous question'],
      ['Enter', 'Open it'],
    ],
  },
  {
    title: 'Practice',
    keys: [
      ['Ctrl Enter', 'Hand in, or answer the interviewer'],
      ['1 to 4', 'Score yourself'],
    ],
  },
] as const;

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const [on, setOn] = useState(singleKeysOn);
  return (
    <Dialog title="Keyboard" onClose={onClose}>
      <div className={styles.groups}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl className={styles.keys}>
              {group.keys.map(([keys, meaning]) => (
                <div key={meaning}>
                  <dt>
                    <kbd>{keys}</kbd>
                  </dt>
                  <dd>{meaning}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label className={styles.toggle}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setSingleKeys(event.target.checked);
            setOn(event.target.checked);
          }}
        />
        Single keys act (switch off if you dictate or hit keys by accident)
      </label>
    </Dialog>
  );
}
