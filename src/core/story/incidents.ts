import { plain, type Reading } from './reading.ts';
import type { IncidentGrade } from './story-grade.ts';

const signs =
  /\b(?:incident|breach\w*|leak\w*|attacker\w*|exploited|compromis\w+|stolen|stole|ransom\w*|on[- ]call|paged|takeover\w*|taken over|intrusion|malware|phished|exfiltrat\w+|outage|pastebin|posted (?:our|the)|broke into|got in|crypto ?miner|log(?:s|ged)? in from)\b/g;
const fewestSigns = 2;
const containing =
  /\b(?:contain\w*|revok\w+|rotat\w+|disabl\w+|block\w*|isolat\w+|quarantin\w+|offline|unplug\w*|(?:turn|switch|shut|took|lock|cut)\w*(?: \w+){0,3} (?:off|down|out)|closed|froze|frozen|paus\w+|locked|invalidat\w+|killed|suspend\w*|reset)\b/;
const eradicating =
  /\b(?:fix\w*|patch\w*|remov\w+|delet\w+|rebuil[dt]|replac\w+|root cause|eradicat\w+|traced|clean(?:ed|ing)?|wip\w+|upgrad\w+|closed the (?:hole|bug|gap)|rewrote|searched|grepped|moved)\b/;
const recovering =
  /\b(?:restor\w+|recover\w*|back (?:up|on|online|in|to normal)|re-?enabl\w+|reopen\w+|monitor\w*|verif\w+|watch\w*|told (?:the )?(?:customers?|users?|\d)|inform\w+|notif\w+|live again|running again|nobody (?:had|was|lost)|no (?:sign|evidence|customer)|retest\w*)\b/;

/** How far an incident is told to its end, or nothing when the story tells of none. */
export function incidentIn({ sentences }: Reading): IncidentGrade | null {
  const text = sentences.map(plain).join(' . ');
  if (new Set(text.match(signs) ?? []).size < fewestSigns) return null;
  const done = sentences
    .filter(({ part }) => part === 'action' || part === 'result' || part === 'lesson')
    .map(plain)
    .join(' . ');
  return {
    contained: containing.test(done),
    eradicated: eradicating.test(done),
    recovered: recovering.test(done),
  };
}
