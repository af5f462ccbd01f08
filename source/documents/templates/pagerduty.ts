/** The order and the headings of the PagerDuty form for a post-mortem. */
export const pagerduty = `# Postmortem: {{incident.reference}} {{incident.title}}

**Postmortem owner:** {{review.owner}}

**Meeting:** {{review.date}}

**Call recording:** TO FILL IN: where the recording is kept

## Overview

TO FILL IN: one or two sentences: contributing factors, how long, impact. {{incident.severity}}, declared
{{incident.declared}}, {{incident.status}}, lasted {{incident.duration}}.

## What Happened

TO FILL IN: a short account of what happened.

{{picture.timeline}}

{{detection}}

## Contributing Factors

{{causes}}

TO FILL IN: conditions that contributed, and what made it worse on the way.

## Resolution

{{resolution}}

TO FILL IN: what solved it for now, and what solves it for good.

## Impact

{{impact}}

| What | How much |
| --- | --- |
| Users affected | TO FILL IN |
| Accounts affected | TO FILL IN |
| Requests that failed | TO FILL IN |
| Support requests raised | TO FILL IN |

## Responders

{{responders}}

## Timeline

{{timeline}}

## How'd We Do?

### What Went Well?

- TO FILL IN

### What Didn't Go So Well?

- TO FILL IN

### Lessons on record

{{lessons}}

## Action Items

{{followups}}

## Messaging

### Internal Email

TO FILL IN: a short paragraph for colleagues, and where this page is found.

### External Message

{{messages}}

TO FILL IN: what customers are told now: summary, what happened, what is done about it.

{{integrity}}
`;
