/** What tells why the kernel refuses a sandbox. */
export type Machine = {
  /** A kernel setting by its path below /proc/sys. */
  readonly setting: (path: string) => string | undefined;
  readonly inContainer: boolean;
  /** Whether the system brings an AppArmor profile that keeps what bubblewrap starts from any power. */
  readonly restrictsBubblewrap: boolean;
};

export type Refusal = { readonly message: string; readonly mend: string };

const allowByProfile =
  "echo 'abi <abi/4.0>, profile hotseat-bwrap /usr/bin/bwrap flags=(unconfined) { userns, }' | sudo tee /etc/apparmor.d/hotseat-bwrap && sudo apparmor_parser -r /etc/apparmor.d/hotseat-bwrap";
const withdrawProfile =
  'sudo ln -sf /etc/apparmor.d/bwrap-userns-restrict /etc/apparmor.d/disable/ && sudo apparmor_parser -R /etc/apparmor.d/bwrap-userns-restrict';

const set = (name: string, value: number): string =>
  `Run: echo ${name}=${value} | sudo tee /etc/sysctl.d/90-hotseat.conf && sudo sysctl --system`;

/** Why bubblewrap failed, from what it said and from the settings of the machine, and the mend for that cause. */
export function explainRefusal(said: string, machine: Machine): Refusal {
  const { setting, inContainer, restrictsBubblewrap } = machine;
  if (setting('user/max_user_namespaces') === '0') {
    return {
      message: 'This machine allows no user namespaces (user.max_user_namespaces is 0).',
      mend: set('user.max_user_namespaces', 15_000),
    };
  }
  if (setting('kernel/unprivileged_userns_clone') === '0') {
    return {
      message: 'This machine allows user namespaces to root only (kernel.unprivileged_userns_clone is 0).',
      mend: set('kernel.unprivileged_userns_clone', 1),
    };
  }
  if (setting('kernel/apparmor_restrict_unprivileged_userns') === '1') {
    const steps = restrictsBubblewrap ? `${withdrawProfile} && ${allowByProfile}` : allowByProfile;
    return { message: 'AppArmor keeps bubblewrap from user namespaces.', mend: `Run: ${steps}` };
  }
  const last = said.split('\n').at(-1) ?? said;
  if (inContainer) {
    return {
      message: `This container may not make a sandbox inside itself (${last}).`,
      mend: 'Start it with: --security-opt seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined',
    };
  }
  return {
    message: `bubblewrap cannot make a sandbox here: ${last}`,
    mend: 'Check that this user may create user namespaces: unshare --user --map-root-user true',
  };
}
