import type { ClipboardEvent } from 'react';
import { clipOf } from '#core/threat-model/edit/clip.ts';
import { readDocument } from '#core/threat-model/read-document.ts';
import { namesOf } from './describe.ts';
import type { Editing } from './editing.ts';
import { pasteInto, removeChosen } from './edits.ts';

const isField = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, select') !== null;

/** Puts what is selected on the clipboard as a model of its own, so that it can go into any other one. */
export function copy(editing: Editing, event: ClipboardEvent): boolean {
  if (isField(event.target)) return false;
  const ids = [...editing.selection];
  const clip = clipOf(editing.document, ids);
  if (!clip) return false;
  event.preventDefault();
  event.clipboardData.setData('text/plain', JSON.stringify(clip));
  editing.say(`Copied ${namesOf(editing.document, ids)}.`);
  return true;
}

export function cut(editing: Editing, event: ClipboardEvent): void {
  if (!editing.readOnly && copy(editing, event)) removeChosen(editing, [...editing.selection]);
}

/** What is on the clipboard may come from anywhere: it is read like any file. */
export function paste(editing: Editing, event: ClipboardEvent): void {
  if (editing.readOnly || isField(event.target)) return;
  const reading = readDocument(parsed(event.clipboardData.getData('text/plain')));
  if (!reading.ok) {
    editing.say('The clipboard holds nothing of a threat model.');
    return;
  }
  event.preventDefault();
  pasteInto(editing, reading.model);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
