/** The order and the headings of the example post-mortem in the SRE book. */
export const sre = `# Postmortem: {{incident.title}} ({{incident.reference}})

**Date:** {{incident.declared}}

**Authors:** TO FILL IN. Owner of the review: {{review.owner}}

**Status:** {{review.status}}

**Summary:** TO FILL IN: what happened in one sentence. {{incident.severity}}, {{incident.status}}, lasted
{{incident.duration}}.

## Impact

{{impact}}

## Root Causes

{{causes}}

## Trigger

TO FILL IN: what set it off. Working hypothesis at triage: {{incident.hypothesis}}

## Resolution

{{resolution}}

## Detection

{{detection}}

## Action Items

{{followups.sre}}

## Lessons Learned

{{lessons}}

### What went well

- TO FILL IN

### What went wrong

- TO FILL IN

### Where we got lucky

- TO FILL IN

## Timeline

{{picture.timeline}}

{{timeline}}

## Supporting information

{{picture.gantt}}

{{evidence}}

{{integrity}}
`;
