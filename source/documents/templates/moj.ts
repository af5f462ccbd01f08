/** The project's own form, after what the Ministry of Justice guidance wants to know after an incident. */
export const moj = `# Post-incident review: {{incident.reference}} {{incident.title}}

| Field | Value |
| --- | --- |
| Owner | {{review.owner}} |
| Status | {{review.status}} |
| Held | {{review.date}} |
| Facilitator | TO FILL IN: who leads the review, and whether they were part of the response |
| Attendees | TO FILL IN: everybody who took part, suppliers too |
| Report sent ahead | TO FILL IN: when; it should be with everybody 24 hours before |
| Severity | {{incident.severity}} |
| Declared | {{incident.declared}} |
| Closed | {{incident.closed}} |
| Lasted | {{incident.duration}} |
| Made | {{document.made}} with {{document.maker}} |

This review looks for causes in tools, processes and circumstances, never for fault in people. Everybody acted on what
was known at the time; the log shows what that was. Whatever the log cannot know is marked TO FILL IN.

## Summary

TO FILL IN: two or three sentences on what happened, to whom, and how it ended.

{{summary}}

## Before the incident

{{detection}}

- TO FILL IN: is there a trend, have there been incidents like it?
- TO FILL IN: could it have been prevented?
- TO FILL IN: could it have been noticed sooner?
- TO FILL IN: was it in a risk assessment?

## Impact

{{impact}}

## What happened

{{picture.timeline}}

{{times}}

{{timeline}}

## Who responded

{{responders}}

## Causes and contributing factors

{{causes}}

- People: TO FILL IN: training, workload, hand-overs, what people could and could not know
- Process: TO FILL IN: what the way of working helped or hindered
- Technology: TO FILL IN: what tools and systems helped or hindered

## Decisions

{{decisions}}

## Actions taken

{{picture.gantt}}

{{actions}}

## How it ended

{{resolution}}

## The response

- TO FILL IN: how successful was it, and how is that known?
- TO FILL IN: what would have been more effective, or quicker?
- TO FILL IN: was the working hypothesis sound, and what was the key insight?
- TO FILL IN: which playbook was used, and did it help?
- TO FILL IN: what hindered, and which data were hard to get?
- TO FILL IN: were the right people and tools there?
- TO FILL IN: how well did people inside and outside learn of it?

## What went well

- TO FILL IN

## Even better if

- TO FILL IN

## Lessons

{{lessons}}

## Follow-ups

{{followups}}

## Duties to notify

{{notifications}}

## Messages

{{messages}}

## Shared with

- TO FILL IN: with whom the lessons are shared, and when

## The record

{{integrity}}
`;
