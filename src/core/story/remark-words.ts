import type { RemarkKind } from './story-grade.ts';

type Words = { readonly says: string; readonly question: string };

/** What each remark says, and the question that leads on. None of them writes the story for the candidate. */
export const remarkWords: Readonly<Record<RemarkKind, Words>> = {
  'no-situation': {
    says: 'The story begins without saying where and when this was.',
    question: 'Where were you, what was at stake, and whom did it concern?',
  },
  'no-task': {
    says: 'It is not said what was asked of you.',
    question: 'What exactly was yours to achieve, by when, and under which constraint?',
  },
  'no-action': {
    says: 'Nothing that was done is told.',
    question: 'What did you do first, what next, and why in that order?',
  },
  'no-result': {
    says: 'The story stops before anything came of it.',
    question: 'What was different afterwards, and who noticed?',
  },
  'no-lesson': {
    says: 'Nothing is said about what you took from it.',
    question: 'What do you do differently today because of this?',
  },
  'long-situation': {
    says: 'The situation takes more room than what you did about it.',
    question: 'Which of these facts does a listener need in order to understand your decision?',
  },
  'whose-action': {
    says: 'The words leave open who did this.',
    question: 'Which part of this did you do with your own hands, and which did you leave to whom?',
  },
  'vague-action': {
    says: 'One cannot see from these words what was done.',
    question: 'If somebody had watched you that hour, what would they have seen you do?',
  },
  'unmeasured-result': {
    says: 'The result has no figure and nothing to compare it with.',
    question: 'What could have been counted before and after, and what do you still remember of it?',
  },
  'no-baseline': {
    says: 'The figure stands alone.',
    question: 'What was this figure before, or what would it have been without you?',
  },
  'general-lesson': {
    says: 'This lesson would fit any story.',
    question: 'What did you believe before this happened that you no longer believe?',
  },
  'lesson-without-process': {
    says: 'The lesson is yours, but nothing is said to work differently since.',
    question: 'Where would I see today, in a checklist, a test or a habit, that this happened?',
  },
  'no-containment': {
    says: 'It is not said how the damage was stopped from growing.',
    question: 'What did you switch off, revoke or lock first, and how long after you knew?',
  },
  'no-eradication': {
    says: 'It is not said how the cause was removed.',
    question: 'What made it possible in the first place, and how did you know that nothing of it was left?',
  },
  'no-recovery': {
    says: 'It is not said how things got back to normal.',
    question: 'Who had to be told, what was put back, and how did you check that it held?',
  },
  'too-short': {
    says: 'This takes less than a minute to say.',
    question: 'Which decision of yours would an interviewer ask about first?',
  },
  'too-long': {
    says: 'This takes more than four minutes to say.',
    question: 'Which sentences would nobody miss who wants to know what you did?',
  },
  jargon: {
    says: 'The audience may not know these terms.',
    question: 'How would you say this to somebody who runs the business and not the servers?',
  },
  repeated: {
    says: 'This was said before.',
    question: 'What did you want to stress here, and which new fact would show it?',
  },
  'tools-without-principles': {
    says: 'A tool stands in here for the reason.',
    question: 'What does the tool look for, what can it not see, and how did you decide about that?',
  },
  'ignores-people': {
    says: 'The people who have to live with this are passed over.',
    question: 'Whom did this cost time or work, what did they say, and what did you change for them?',
  },
  'no-prioritization': {
    says: 'Everything is treated as equally important here.',
    question: 'Which of these would have hurt most, how likely was it, and what did you leave for later?',
  },
  'security-theater': {
    says: 'This looks like security; what it stops stays open.',
    question: 'Which attack did this stop, and how would an attacker have walked around it?',
  },
  'us-versus-them': {
    says: 'This puts others in the role of the opponent.',
    question: 'What pressure were they under, and how would they tell this part?',
  },
};
