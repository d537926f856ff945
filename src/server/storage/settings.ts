import type { Scope } from './scope.ts';
import { defaultSettings, type Settings, type UserStorage } from './storage.ts';

/** The candidate's settings. */
export function settingsOf(scope: Scope): Pick<UserStorage, 'settings' | 'putSettings'> {
  return {
    settings: async () => (await findSettings(scope)) ?? defaultSettings,
    putSettings: (settings) => putSettings(scope, settings),
  };
}

/** What was put, or `undefined` when nothing ever was. */
export async function findSettings({ db, user, json }: Scope): Promise<Settings | undefined> {
  const row = await db.selectFrom('settings').selectAll().where('user_id', '=', user).executeTakeFirst();
  return (
    row && { interviewDate: row.interview_date, theme: row.theme, languages: json.languages(row.languages) }
  );
}

/** Writes all settings over the earlier ones. */
export async function putSettings({ db, user }: Scope, settings: Settings): Promise<void> {
  const { interviewDate, theme, languages } = settings;
  const row = { user_id: user, interview_date: interviewDate, theme, languages: JSON.stringify(languages) };
  await db
    .insertInto('settings')
    .values(row)
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
    .execute();
}
