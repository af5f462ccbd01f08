/** The fields of the full incident report and of the closure report of the CCADB, form 3.2; what does not apply says N/A. */
export const ccadb = `## Full Incident Report

### Summary

- **CA Owner CCADB unique ID:** TO FILL IN
- **Incident description:** {{incident.title}} ({{incident.reference}}). TO FILL IN: enough for new readers
- **Timeline summary:**
  - **Non-compliance start date:** TO FILL IN
  - **Non-compliance identified date:** {{incident.aware.utc}}
  - **Non-compliance end date:** TO FILL IN. Log closed: {{incident.closed.utc}}
- **Relevant policies:** TO FILL IN: policy, version and section
- **Source of incident disclosure:** TO FILL IN: Self Reported, Third Party Reported or Audit. Log: {{incident.source}}

### Impact

- **Total number of certificates:** TO FILL IN or N/A
- **Total number of "remaining valid" certificates:** TO FILL IN or N/A
- **Affected certificate types:** TO FILL IN or N/A
- **Incident heuristic:** TO FILL IN or N/A
- **Was issuance stopped in response to this incident, and why or why not?:** TO FILL IN or N/A
- **Analysis:** TO FILL IN or N/A
- **Additional considerations:** TO FILL IN or N/A

{{impact}}

### Timeline

All times are UTC.

{{timeline}}

### Related Incidents

{{related}}

| Bug | Date | Description |
| --- | --- | --- |
| TO FILL IN or N/A | TO FILL IN or N/A | TO FILL IN or N/A |

### Root Cause Analysis

{{causes}}

**Contributing Factor 1: TO FILL IN**

- **Description:** TO FILL IN
- **Timeline:** TO FILL IN
- **Detection:** {{incident.source}}
- **Interaction with other factors:** TO FILL IN or N/A
- **Root Cause Analysis methodology used:** TO FILL IN or N/A

### Lessons Learned

- **What went well:** TO FILL IN
- **What didn't go well:** TO FILL IN
- **Where we got lucky:** TO FILL IN or N/A
- **Additional:** TO FILL IN or N/A

{{lessons}}

### Action Items

{{followups.ccadb}}

### Appendix

{{integrity}}

## Report Closure Summary

For the day on which every action item is complete.

- **Incident description:** {{incident.title}}
- **Incident Root Cause(s):** TO FILL IN
- **Remediation description:** TO FILL IN. Closed because: {{incident.outcome}}
- **Commitment summary:** TO FILL IN
`;
