import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { calls } from '../api/calls.ts';
import type { LabItem } from '../api/lab-types.ts';
import { queries } from '../api/queries.ts';
import type { ScenarioItem } from '../api/scenario-types.ts';
import type { QuestionSummary, Theme } from '../api/types.ts';
import { categoryLabels } from '../labels.ts';
import { applyTheme } from '../theme/theme.ts';
import { pages } from './nav.ts';

export type Command = {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly run: () => void;
};

/** Every word that was typed begins some word of the title. */
export function matches(title: string, typed: string): boolean {
  const words = title.toLowerCase().split(/\s+/);
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.some((word) => word.startsWith(part)));
}

function useThemeCommand(): (theme: Theme) => void {
  const client = useQueryClient();
  return (theme) => {
    applyTheme(theme);
    const stored = client.getQueryData(queries.settings().queryKey);
    if (!stored) return;
    calls.putSettings({ ...stored, theme }).then(
      (settings) => client.setQueryData(queries.settings().queryKey, settings),
      () => undefined,
    );
  };
}

export function useCommands(typed: string, onHelp: () => void): readonly Command[] {
  const navigate = useNavigate();
  const setTheme = useThemeCommand();
  const go = pages.map((page) => ({
    id: page.to,
    title: page.title,
    kind: 'page',
    run: () => void navigate({ to: page.to }),
  }));
  const act = (id: string, title: string, run: () => void): Command => ({ id, title, kind: 'action', run });
  const actions = [
    act(
      'due',
      'Show questions that are due',
      () => void navigate({ to: '/bank', search: { status: ['due'] } }),
    ),
    act(
      'own',
      'Add a question of my own',
      () => void navigate({ to: '/own-questions/$slug', params: { slug: 'new' } }),
    ),
    act('export', 'Export all my data', () => window.location.assign('/api/data')),
    act('light', 'Light theme', () => setTheme('light')),
    act('dark', 'Dark theme', () => setTheme('dark')),
    act('system', 'System theme', () => setTheme('system')),
    act('keys', 'Keyboard shortcuts', onHelp),
  ];
  const all = [...go, ...actions];
  return typed.trim() === '' ? all : all.filter((command) => matches(command.title, typed.trim()));
}

export function useLabCommands(labs: readonly LabItem[], typed: string): readonly Command[] {
  const navigate = useNavigate();
  return labs
    .filter((lab) => matches(lab.title, typed))
    .slice(0, 6)
    .map((lab) => ({
      id: `lab-${lab.slug}`,
      title: lab.title,
      kind: 'lab',
      run: () => void navigate({ to: '/labs/$slug', params: { slug: lab.slug } }),
    }));
}

export function useScenarioCommands(scenarios: readonly ScenarioItem[], typed: string): readonly Command[] {
  const navigate = useNavigate();
  return scenarios
    .filter((scenario) => matches(scenario.title, typed))
    .slice(0, 6)
    .map(({ slug, title }) => ({
      id: `scenario-${slug}`,
      title,
      kind: 'design round',
      run: () => void navigate({ to: '/scenarios/$slug', params: { slug } }),
    }));
}

export function useQuestionCommands(items: readonly QuestionSummary[]): readonly Command[] {
  const navigate = useNavigate();
  return items.map((item) => ({
    id: `question-${item.slug}`,
    title: item.title,
    kind: categoryLabels[item.category].toLowerCase(),
    run: () => void navigate({ to: '/practice/$slug', params: { slug: item.slug } }),
  }));
}
