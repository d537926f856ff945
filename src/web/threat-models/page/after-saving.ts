/** The revision once the server has everything; throws, with what to do, when it does not. */
export async function afterSaving(saved: () => Promise<number | null>): Promise<number> {
  const revision = await saved();
  if (revision === null)
    throw new Error('The last changes are not saved yet. See the note at the top of the page.');
  return revision;
}
