/** A scenario that changes only with the tests that look at its report, and players who do it well. */
export const laptop = {
	source: `title: "A laptop with personal data is lost on a train"
purpose: "Take command within minutes, and bring in the privacy member"
audience: "new incident managers"
objectives:
  - id: command
    text: "Somebody commands within five minutes"
    rules: [R1, R3]
  - id: privacy
    text: "The privacy member is there and data are settled"
    rules: [R5, L1]
kind: privacy
severity: S3
data: maybe
zone: Europe/London
start: 2026-06-02T08:00:00.000Z
duration: 15m
rules:
  - Say EXERCISE at the start and the end of every call.
  - Nothing leaves the room; the facilitator plays everybody outside it.
state:
  - checkin @"Priya Shah"
  - checkin @"Tom Achebe"
  - checkin @"Sam Hale"
  - checkin @"Chen Wei"
  - checkin @"Ana Reis"
injects:
  - number: 1
    at: +0m
    from: "Caseworker"
    to: team
    means: phone
    text: "I left my laptop on the 07:40 train. I think it holds last month’s case files."
    expected:
      - "role im by 5m"
      - "role secretariat by 5m"
      - "finding says laptop by 8m"
    objective: command
  - number: 2
    at: +4m
    from: "Service desk"
    to: analyst
    means: chat
    text: "The disk was encrypted at the last check in March. The laptop has not been seen since."
    expected:
      - "action says lock by 5m"
      - "role privacy by 6m"
    objective: privacy
    contingency: 4
  - number: 3
    at: +9m
    from: "Head of casework"
    to: im
    means: phone
    text: "The files named 41 people and their medical needs. Do we have to tell anybody?"
    expected:
      - "verb data by 5m"
      - "decision says notify by 6m"
    objective: privacy
  - number: 4
    at: if missed
    from: "Data protection officer"
    to: im
    means: phone
    text: "I hear of a lost laptop from the train company. Why not from you?"
    expected:
      - "role privacy by 3m"
    objective: privacy
    weight: optional
truth: "The laptop is in the lost property office, switched off; the disk is encrypted."
`,
	good: `+2m @priya assign im @priya
+2m @priya assign secretariat @sam
+3m @sam suspect the laptop holds case files
+5m @priya action lock the account of the caseworker @chen by 5m
+6m @priya assign privacy @ana
+8m @chen done A1 success
+11m @priya data personal because 41 people are named
+12m @priya decide notify the regulator in phases because medical needs are named
`,
};
