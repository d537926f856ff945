import { type FormEvent, useState } from 'react';
import styles from './analysis.module.css';

type Props = { readonly flow: string; readonly onAnswer: (protocol: string) => void };

export function ProtocolAnswer({ flow, onAnswer }: Props) {
  const [protocol, setProtocol] = useState('');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (protocol.trim() !== '') onAnswer(protocol.trim());
  };
  return (
    <form className={styles.protocol} onSubmit={onSubmit}>
      <input
        className="input"
        aria-label={`Protocol of ${flow}`}
        placeholder="HTTPS"
        maxLength={80}
        value={protocol}
        onChange={(event) => setProtocol(event.target.value)}
      />
      <button type="submit" className="button small" disabled={protocol.trim() === ''}>
        Answer
      </button>
    </form>
  );
}
