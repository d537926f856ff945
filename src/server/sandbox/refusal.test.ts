import { expect, it } from 'vitest';
import { explainRefusal, type Machine } from './refusal.ts';

const machine = (settings: Record<string, string>, rest: Partial<Machine> = {}): Machine => ({
  setting: (path) => settings[path],
  inContainer: false,
  restrictsBubblewrap: false,
  ...rest,
});
const said = 'bwrap: No permissions to create new namespace\nbwrap: setting up uid map: Permission denied';

it.each([
  [{ 'user/max_user_namespaces': '0' }, 'user.max_user_namespaces=15000'],
  [{ 'kernel/unprivileged_userns_clone': '0' }, 'kernel.unprivileged_userns_clone=1'],
  [{ 'kernel/apparmor_restrict_unprivileged_userns': '1' }, 'flags=(unconfined) { userns, }'],
])('names the setting %j as the cause and the line that mends it', (settings, mend) => {
  expect(explainRefusal(said, machine(settings)).mend).toContain(mend);
});

it('does not blame settings that allow namespaces', () => {
  const open = {
    'user/max_user_namespaces': '96000',
    'kernel/unprivileged_userns_clone': '1',
    'kernel/apparmor_restrict_unprivileged_userns': '0',
  };
  expect(explainRefusal(said, machine(open)).message).toContain('setting up uid map: Permission denied');
});

it('first withdraws the profile that keeps what bubblewrap starts from any power', () => {
  const settings = { 'kernel/apparmor_restrict_unprivileged_userns': '1' };
  const { mend } = explainRefusal(said, machine(settings, { restrictsBubblewrap: true }));
  expect(mend.indexOf('bwrap-userns-restrict')).toBeLessThan(mend.indexOf('hotseat-bwrap'));
});

it('says how to start the container when nothing else is the cause', () => {
  expect(explainRefusal(said, machine({}, { inContainer: true })).mend).toContain('seccomp=unconfined');
});
