import type { TriageFinding, TriageSet } from '#core/content/triage.ts';
import { triageSarif } from '#core/triage/sarif.ts';
import { cvssScore } from '../packs/read-triage.ts';
import type { TriageOutline, TriageSession } from '../storage/triage-session.ts';

/** How far one came with a set. */
export function triageItemOf(set: TriageSet, sessions: readonly TriageOutline[]) {
  const { slug, pack, title, difficulty, minutes, findings } = set;
  const own = sessions.filter((session) => session.set === slug);
  const open = own.find(({ state }) => state === 'open');
  const scores = own.flatMap(({ score }) => (score === null ? [] : [score]));
  const best = scores.length === 0 ? null : Math.max(...scores);
  const status = open ? ('started' as const) : best === null ? ('new' as const) : ('done' as const);
  return {
    ...{ slug, pack, title, difficulty, minutes, findings: findings.length, status },
    ...{ bestScore: best, openSession: open?.id ?? null },
  };
}

/** A set as the candidate sees it. */
export function triageViewOf(set: TriageSet, sessions: readonly TriageOutline[], version: string) {
  const { asOf, capacity, company, findings } = set;
  const shown = findings.map((finding) => shownFinding(set, finding, version));
  return { ...triageItemOf(set, sessions), asOf, capacity, company, findings: shown };
}

function shownFinding(set: TriageSet, finding: TriageFinding, version: string) {
  const { id, title, source, tool, cwe, cvss, cve, days, ticket, context } = finding;
  return {
    ...{ id, title, source, tool, cwe, cvss, score: cvssScore(cvss), cve: cve ?? null, days },
    ...{ sarif: finding.sarif ? sarifOf(set, finding, version) : null, ticket: ticket ?? null, context },
  };
}

const sarifOf = (set: TriageSet, finding: TriageFinding, version: string): string =>
  JSON.stringify(triageSarif({ ...set, findings: [finding] }, { version, scoreOf: cvssScore }), null, 2);

/** A go at a set; what experts say is in it once it is handed in. */
export function triageSessionViewOf(set: TriageSet, session: TriageSession) {
  const { id, state, startedAt, updatedAt, elapsedSeconds, revision, draft, grade, score } = session;
  return {
    ...{ id, set: session.set, state, startedAt, updatedAt, elapsedSeconds, revision, score },
    draft,
    result: state === 'closed' && grade ? { grade, expert: expertOf(set, grade.expert) } : null,
  };
}

/** The set may have changed since it was graded. */
function expertOf({ experts }: TriageSet, id: string) {
  const expert = experts.find((each) => each.id === id);
  return { view: expert?.view ?? '', take: expert?.take ?? [] };
}
