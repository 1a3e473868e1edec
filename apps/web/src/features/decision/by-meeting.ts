import type { MeasureDecision } from '@vointi/shared/decision/contract.ts';

type Meeting = { key: string; name: string; day: string; decisions: MeasureDecision[] };

/** Groups decisions by the name and day of the meeting and keeps their order. */
export function byMeeting(decisions: readonly MeasureDecision[]): Meeting[] {
  const meetings = new Map<string, Meeting>();
  for (const decision of decisions) {
    const key = `${decision.decidedOn}/${decision.meeting}`;
    const meeting = meetings.get(key);
    if (meeting) meeting.decisions.push(decision);
    else meetings.set(key, { key, name: decision.meeting, day: decision.decidedOn, decisions: [decision] });
  }
  return [...meetings.values()];
}
